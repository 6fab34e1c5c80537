-- Which agency of its state fills which section of a draft matrix; the record's own where none is named.
CREATE TABLE matrix_section (
  record UUID NOT NULL,
  section VARCHAR(20) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  agency VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  comment TEXT NULL,
  PRIMARY KEY (record, section),
  FOREIGN KEY (record) REFERENCES record (id) ON DELETE CASCADE,
  FOREIGN KEY (owner, agency) REFERENCES agency (participant, id)
);

-- What stands in the fields of a draft matrix. Its document is read by all of its state, so they stand apart from it.
CREATE TABLE matrix_field (
  record UUID NOT NULL,
  section VARCHAR(20) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  row_key VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  col VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  value VARCHAR(2) CHARACTER SET ascii COLLATE ascii_nopad_bin NULL,
  sources MEDIUMTEXT NULL,
  remarks MEDIUMTEXT NULL,
  PRIMARY KEY (record, row_key, col),
  FOREIGN KEY (record) REFERENCES record (id) ON DELETE CASCADE
);
