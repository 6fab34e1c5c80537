-- The codes of a block are those that a scheme reads in it: the same entries under another scheme are another block.
ALTER TABLE entry_block
  ADD COLUMN scheme VARCHAR(80) NOT NULL DEFAULT '',
  DROP KEY u_block,
  ADD UNIQUE KEY u_block (owner, sha256, scheme);
