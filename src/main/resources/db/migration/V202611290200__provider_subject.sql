-- Whom the state's own provider calls this person (sub): the hub knows no names, and an administrator must know whom to block.
ALTER TABLE account
  ADD COLUMN provider_subject VARCHAR(255) CHARACTER SET ascii COLLATE ascii_nopad_bin NULL AFTER participant;
