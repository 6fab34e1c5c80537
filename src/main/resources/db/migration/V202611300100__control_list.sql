-- The entries of editions of control lists, an entry with all that stands under it in a block. What does not change from one
-- edition of a state to the next is there once.
CREATE TABLE entry_block (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  entries INT NOT NULL,
  root TEXT NOT NULL,
  body MEDIUMTEXT NOT NULL,
  UNIQUE KEY u_block (owner, sha256),
  FOREIGN KEY (owner) REFERENCES participant (code)
);

-- Which blocks an edition has, in the order of its text.
CREATE TABLE edition_block (
  record UUID NOT NULL,
  n INT NOT NULL,
  block BIGINT NOT NULL,
  PRIMARY KEY (record, n),
  KEY k_block (block, record),
  FOREIGN KEY (record) REFERENCES record (id) ON DELETE CASCADE,
  FOREIGN KEY (block) REFERENCES entry_block (id)
);

-- The codes that stand in a block, by their paths.
CREATE TABLE entry_code (
  block BIGINT NOT NULL,
  code VARCHAR(120) COLLATE utf8mb4_nopad_bin NOT NULL,
  PRIMARY KEY (block, code),
  KEY k_code (code, block),
  FOREIGN KEY (block) REFERENCES entry_block (id) ON DELETE CASCADE
);
