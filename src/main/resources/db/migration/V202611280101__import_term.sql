-- Under which term an import's records are released: the one that its approver read.
ALTER TABLE import_batch ADD COLUMN term TEXT NULL AFTER reason;
