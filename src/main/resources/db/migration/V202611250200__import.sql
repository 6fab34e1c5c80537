-- A file of records that an agency moves in.
CREATE TABLE import_batch (
  id UUID NOT NULL PRIMARY KEY,
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  rtype VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  agency VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  account VARCHAR(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  client VARCHAR(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NULL,
  media_type VARCHAR(80) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  defaults TEXT NOT NULL,
  state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  received_at DATETIME(3) NOT NULL,
  row_count INT NOT NULL DEFAULT 0,
  active BOOLEAN NOT NULL DEFAULT FALSE,
  turn INT NOT NULL DEFAULT 0,
  approver VARCHAR(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NULL,
  approver_agency VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NULL,
  reason TEXT NULL,
  KEY k_active (active, turn, id),
  KEY k_state (state, received_at),
  FOREIGN KEY (owner, agency) REFERENCES agency (participant, id)
);

-- Its rows as they came, until the record they make has been drafted or refused.
CREATE TABLE import_row (
  batch UUID NOT NULL,
  n INT NOT NULL,
  entry CHAR(43) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  cells MEDIUMTEXT NOT NULL,
  PRIMARY KEY (batch, n),
  KEY k_entry (batch, entry, n),
  FOREIGN KEY (batch) REFERENCES import_batch (id)
);

-- What became of each record in it; `n` is the first of its rows.
CREATE TABLE import_entry (
  batch UUID NOT NULL,
  n INT NOT NULL,
  entry CHAR(43) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  outcome VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  record UUID NULL,
  tag VARCHAR(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NULL,
  attributes MEDIUMTEXT NULL,
  faults MEDIUMTEXT NULL,
  PRIMARY KEY (batch, n),
  KEY k_outcome (batch, outcome, n),
  FOREIGN KEY (batch) REFERENCES import_batch (id)
);

-- By what an owner's record is known when its file comes again; gone with a draft thrown away.
CREATE TABLE import_key (
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  rtype VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  digest CHAR(43) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  record UUID NOT NULL,
  PRIMARY KEY (owner, rtype, digest),
  FOREIGN KEY (record) REFERENCES record (id) ON DELETE CASCADE
);
