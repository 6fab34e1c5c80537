-- Step 2 of an act's lock order: one row per owner and record type.
CREATE TABLE gate (
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  rtype VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  policy_version INT NOT NULL DEFAULT 0,
  generation INT NOT NULL DEFAULT 1,
  seq BIGINT NOT NULL DEFAULT 0,
  stopped BOOLEAN NOT NULL DEFAULT FALSE,
  preparing BIGINT NULL,
  PRIMARY KEY (owner, rtype)
);

-- The outcome of the judge, in the order lists are read in. Rows of a generation that is not yet
-- current are read by nobody; `since` and `until` bound a level in time, both exact.
CREATE TABLE visible (
  recipient VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  rtype VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  sort_date DATE NOT NULL,
  record UUID NOT NULL,
  from_gen INT NOT NULL,
  since DATETIME(3) NOT NULL,
  to_gen INT NOT NULL,
  until DATETIME(3) NOT NULL,
  level TINYINT NOT NULL,
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  status VARCHAR(20) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  PRIMARY KEY (recipient, rtype, sort_date, record, from_gen, since),
  UNIQUE KEY u_record (record, recipient, from_gen, since),
  KEY k_owner (recipient, rtype, owner, sort_date, record, from_gen),
  KEY k_until (until),
  FOREIGN KEY (record) REFERENCES record (id)
);

-- What one recipient was told, densely numbered. No foreign key to or from head.
CREATE TABLE head (
  recipient VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL PRIMARY KEY,
  next BIGINT NOT NULL
);
CREATE TABLE ledger (
  recipient VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  position BIGINT NOT NULL,
  event VARCHAR(10) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  rtype VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  record UUID NOT NULL,
  n INT NOT NULL,
  level TINYINT NOT NULL,
  acted BOOLEAN NOT NULL,
  at DATETIME(3) NOT NULL,
  PRIMARY KEY (recipient, position),
  KEY k_record (recipient, record, position)
);

-- A flip's entries wait here; one block row per recipient gives them their positions.
CREATE TABLE batch (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  rtype VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  generation INT NOT NULL
);
CREATE TABLE staged (
  batch BIGINT NOT NULL,
  recipient VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  k INT NOT NULL,
  event VARCHAR(10) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  rtype VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  record UUID NOT NULL,
  n INT NOT NULL,
  level TINYINT NOT NULL,
  PRIMARY KEY (batch, recipient, k),
  KEY k_record (recipient, record, batch)
);
CREATE TABLE block (
  recipient VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  first_position BIGINT NOT NULL,
  size INT NOT NULL,
  batch BIGINT NOT NULL,
  at DATETIME(3) NOT NULL,
  PRIMARY KEY (recipient, first_position),
  UNIQUE KEY u_batch (recipient, batch)
);

-- Releases of one record to one recipient until an end.
CREATE TABLE one_off (
  id UUID NOT NULL PRIMARY KEY,
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  rtype VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  record UUID NOT NULL,
  recipient VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  level TINYINT NOT NULL,
  until DATETIME(3) NOT NULL,
  KEY k_record (record),
  KEY k_owner (owner, rtype, until),
  FOREIGN KEY (record) REFERENCES record (id)
);

-- Owners whose releases must be judged again because something they rest on changed.
CREATE TABLE rerelease (
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  rtype VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  requested BIGINT NOT NULL,
  PRIMARY KEY (owner, rtype)
);

-- On which days a recipient obtained a record; never an hour, never a person.
CREATE TABLE obtained (
  record UUID NOT NULL,
  recipient VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  day DATE NOT NULL,
  PRIMARY KEY (record, recipient, day)
);
