-- Append only. The entry's bytes are fixed in docs/adr; the tree that seals them comes later.
CREATE TABLE audit_entry (
  seq BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  log VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  id UUID NOT NULL,
  body MEDIUMTEXT NOT NULL,
  KEY k_log (log, seq)
);

-- What opens a commitment in an entry: erase the row and the value is gone, the entry stays.
CREATE TABLE audit_opening (
  commitment CHAR(43) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL PRIMARY KEY,
  salt CHAR(22) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  value TEXT NOT NULL
);
