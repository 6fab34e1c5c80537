-- Who said last for how long persons' data are kept, and so decides on no erasure that follows from it.
ALTER TABLE term ADD COLUMN changed_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_nopad_bin NULL;
