CREATE TABLE proposal (
  id UUID NOT NULL PRIMARY KEY,
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  agency VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  type VARCHAR(60) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  record UUID NULL,
  record_if_match VARCHAR(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NULL,
  content MEDIUMTEXT NOT NULL,
  reason TEXT NOT NULL,
  proposed_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  proposed_at DATETIME(3) NOT NULL,
  decided_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NULL,
  decided_agency VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NULL,
  decided_at DATETIME(3) NULL,
  comment TEXT NULL,
  KEY k_owner (owner, state, proposed_at, id),
  FOREIGN KEY (owner, agency) REFERENCES agency (participant, id)
);
