-- An owner's term for a kind of its records: how long they stand, and what then happens.
CREATE TABLE term (
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  rtype VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  months INT NOT NULL,
  at_term VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  PRIMARY KEY (owner, rtype),
  FOREIGN KEY (owner) REFERENCES participant (code)
);

-- What lies ahead of a record, by the day of its owner; done ones stay for as long as they stand.
CREATE TABLE deadline (
  record UUID NOT NULL,
  name VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  day DATE NOT NULL,
  owner VARCHAR(12) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  rtype VARCHAR(30) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  done BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (record, name),
  KEY k_day (done, day, owner, rtype),
  KEY k_owner (owner, rtype, done, day, record, name),
  FOREIGN KEY (record) REFERENCES record (id)
);

-- Denials in force from before there were terms.
INSERT INTO deadline (record, name, day, owner, rtype)
SELECT id, 'term-ends-soon', JSON_VALUE(life, '$.validUntil') - INTERVAL 3 MONTH, owner, rtype
FROM record WHERE status = 'IN_FORCE' AND JSON_VALUE(life, '$.validUntil') IS NOT NULL;
INSERT INTO deadline (record, name, day, owner, rtype)
SELECT id, 'lapse', JSON_VALUE(life, '$.validUntil') + INTERVAL 1 DAY, owner, rtype
FROM record WHERE status = 'IN_FORCE' AND JSON_VALUE(life, '$.validUntil') IS NOT NULL;
INSERT INTO record_key (record, name, value, layer)
SELECT id, 'term', JSON_VALUE(life, '$.validUntil'),
  CASE status WHEN 'ISSUED_IN_ERROR' THEN 4 ELSE 2 END
FROM record WHERE version > 0 AND JSON_VALUE(life, '$.validUntil') IS NOT NULL;
