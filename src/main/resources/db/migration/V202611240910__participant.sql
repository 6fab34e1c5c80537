CREATE TABLE participant (
  code VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL PRIMARY KEY,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  names TEXT NOT NULL,
  time_zone VARCHAR(60) NOT NULL,
  provider VARCHAR(20) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  UNIQUE KEY u_provider (provider)
);
-- The operator of the platform is there from the start; it admits the others.
INSERT INTO participant VALUES ('OPS', 'OPERATOR', '[{"lang":"en","text":"Platform operator"}]', 'UTC', 'ops');

CREATE TABLE agency (
  participant VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  id VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  names TEXT NOT NULL,
  national_authority BOOLEAN NOT NULL,
  contact VARCHAR(300) NULL,
  PRIMARY KEY (participant, id),
  FOREIGN KEY (participant) REFERENCES participant (code)
);
INSERT INTO agency VALUES ('OPS', 'OPS', '[{"lang":"en","text":"Platform operations"}]', TRUE, NULL);

CREATE TABLE regime_member (
  participant VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  regime VARCHAR(60) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  PRIMARY KEY (participant, regime),
  FOREIGN KEY (participant) REFERENCES participant (code)
);

-- A subject of the hub belongs to the participant it was first seen with, for good.
CREATE TABLE account (
  subject VARCHAR(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL PRIMARY KEY,
  participant VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  agency VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  first_seen DATETIME(3) NOT NULL,
  blocked BOOLEAN NOT NULL DEFAULT FALSE,
  KEY k_participant (participant),
  FOREIGN KEY (participant) REFERENCES participant (code)
);

-- A machine client counts only when its participant registered it and a second person approved.
CREATE TABLE machine_client (
  participant VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  client_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  agency VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  key_thumbprint CHAR(43) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  blocked BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (participant, client_id),
  FOREIGN KEY (participant, agency) REFERENCES agency (participant, id)
);
