-- Challenges of all records, as either of the two lists them.
ALTER TABLE challenge
  ADD KEY k_owner (owner, raised_at, id),
  ADD KEY k_challenger (challenger, raised_at, id);
