-- How often a state pulled its stop switch: two people take back one stop, not the next one too.
ALTER TABLE gate ADD COLUMN stops INT NOT NULL DEFAULT 0 AFTER stopped;

-- Whose proposal it is, beside the agency that decides on it.
ALTER TABLE proposal ADD COLUMN proposed_agency VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NULL
  AFTER proposed_by;
UPDATE proposal SET proposed_agency = agency;
ALTER TABLE proposal MODIFY COLUMN proposed_agency VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL;
