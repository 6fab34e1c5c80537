-- Ended records that hold natural persons' data, by the day on which each ended.
CREATE TABLE retention (
  record UUID NOT NULL PRIMARY KEY,
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  rtype VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  ended DATE NOT NULL,
  KEY k_owner (owner, rtype, ended, record),
  FOREIGN KEY (record) REFERENCES record (id)
);
INSERT INTO retention (record, owner, rtype, ended)
SELECT * FROM (
  SELECT r.id, r.owner, r.rtype,
    CASE r.status
      WHEN 'LAPSED' THEN JSON_VALUE(r.life, '$.validUntil') + INTERVAL 1 DAY
      WHEN 'REVOKED' THEN
        COALESCE(JSON_VALUE(r.life, '$.revocation.date'), JSON_VALUE(r.life, '$.finalAssessment.date'))
      WHEN 'ISSUED_IN_ERROR' THEN JSON_VALUE(r.life, '$.withdrawal.date')
    END AS ended
  FROM record r WHERE EXISTS (SELECT 1 FROM natural_person p WHERE p.record = r.id)) e
WHERE e.ended IS NOT NULL;

-- For how many years after its end an owner keeps them.
ALTER TABLE term ADD COLUMN retention_years INT NOT NULL DEFAULT 10;

-- What stands about one record, to be found when its persons are erased.
ALTER TABLE proposal ADD KEY k_record (record);
ALTER TABLE import_entry ADD KEY k_record (record);
ALTER TABLE audit_opening ADD COLUMN record UUID NULL, ADD KEY k_record (record);
UPDATE audit_opening o
JOIN (
  SELECT JSON_VALUE(e.body, '$.records[0].id') AS record, CONVERT(t.commitment USING ascii) AS commitment
  FROM audit_entry e, JSON_TABLE(e.body, '$.texts.*' COLUMNS (commitment CHAR(43) PATH '$')) t
) x ON x.commitment = o.commitment
SET o.record = x.record;
