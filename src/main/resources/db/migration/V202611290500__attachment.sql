-- A file that is attached to a record, or comes in to be; the record's content names it once it is stored.
CREATE TABLE attachment (
  id UUID NOT NULL PRIMARY KEY,
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  record UUID NOT NULL,
  state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  file_name VARCHAR(200) NOT NULL,
  media_type VARCHAR(80) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  size INT NULL,
  sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NULL,
  received_at DATETIME(3) NOT NULL,
  KEY k_state (state, received_at, id),
  FOREIGN KEY (record) REFERENCES record (id) ON DELETE CASCADE,
  FOREIGN KEY (owner) REFERENCES participant (code)
);

-- Its bytes, 256 KB at a time: far below what a packet, a log write or a page of memory holds.
CREATE TABLE attachment_piece (
  attachment UUID NOT NULL,
  n INT NOT NULL,
  bytes MEDIUMBLOB NOT NULL,
  PRIMARY KEY (attachment, n),
  FOREIGN KEY (attachment) REFERENCES attachment (id) ON DELETE CASCADE
);
