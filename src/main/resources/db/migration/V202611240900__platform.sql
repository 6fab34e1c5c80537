-- One row: what this database is. The incarnation is renewed at every restore.
CREATE TABLE platform (
  id TINYINT NOT NULL PRIMARY KEY CHECK (id = 1),
  incarnation UUID NOT NULL,
  cursor_key CHAR(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL
);
INSERT INTO platform VALUES (1, UUID(), HEX(RANDOM_BYTES(32)));

-- The first row of an act's lock order: what a client's key already brought about.
CREATE TABLE idempotency (
  scope CHAR(43) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL PRIMARY KEY,
  request CHAR(43) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  outcome VARCHAR(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NULL,
  at DATETIME(3) NOT NULL,
  KEY k_at (at)
);
