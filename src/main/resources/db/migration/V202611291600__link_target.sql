-- A report tells of what was sent to change it, too.
ALTER TABLE record_link ADD KEY k_target (target);
