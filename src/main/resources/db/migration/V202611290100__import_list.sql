-- A state's imports are listed, the newest first.
ALTER TABLE import_batch ADD KEY k_received (owner, rtype, received_at, id);
