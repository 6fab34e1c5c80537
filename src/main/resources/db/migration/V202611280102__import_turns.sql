-- Whose import is worked on next: owners take turns, however many files each has sent.
CREATE TABLE import_turn (
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL PRIMARY KEY,
  turn BIGINT NOT NULL
);
ALTER TABLE import_batch DROP KEY k_active, ADD KEY k_active (active, owner, turn, id);
