-- What a recipient holds against a record, of its owner and of that recipient alone.
CREATE TABLE challenge (
  id UUID NOT NULL PRIMARY KEY,
  record UUID NOT NULL,
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  challenger VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  challenger_agency VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  ground VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  text TEXT NULL,
  level INT NOT NULL,
  version INT NOT NULL,
  n INT NOT NULL,
  raised_at DATETIME(3) NOT NULL,
  due MEDIUMTEXT NOT NULL,
  answer TEXT NULL,
  answer_level INT NULL,
  answered_at DATETIME(3) NULL,
  KEY k_record (record, raised_at, id),
  FOREIGN KEY (record) REFERENCES record (id),
  FOREIGN KEY (owner) REFERENCES participant (code),
  FOREIGN KEY (challenger, challenger_agency) REFERENCES agency (participant, id)
);
