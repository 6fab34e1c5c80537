-- How many drafts came of a file, counted once when it has been read: 0 leaves nothing to release.
ALTER TABLE import_batch ADD COLUMN drafted INT NULL AFTER row_count;

-- A record that was typed has its name too: a file that comes later does not bring it in again.
ALTER TABLE import_key ADD COLUMN typed BOOLEAN NOT NULL DEFAULT FALSE;
