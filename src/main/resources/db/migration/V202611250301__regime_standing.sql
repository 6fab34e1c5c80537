-- Who takes part in a regime, and who only adheres to its rules. Until now, all took part.
ALTER TABLE regime_member
  ADD COLUMN standing VARCHAR(20) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL
    DEFAULT 'PARTICIPANT' CHECK (standing IN ('PARTICIPANT', 'ADHERENT'));
ALTER TABLE regime_member ALTER COLUMN standing DROP DEFAULT;
