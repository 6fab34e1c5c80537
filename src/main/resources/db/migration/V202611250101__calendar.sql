-- A participant's weekend, holidays and moved working days; every version stays.
CREATE TABLE calendar (
  participant VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  version INT NOT NULL,
  content MEDIUMTEXT NOT NULL,
  at DATETIME(3) NOT NULL,
  PRIMARY KEY (participant, version),
  FOREIGN KEY (participant) REFERENCES participant (code)
);
