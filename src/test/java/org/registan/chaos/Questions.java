package org.registan.chaos;

import java.util.Map;

/**
 * What must not be in the tables: nothing half done. Each question has no answer when all is well.
 */
final class Questions {
  static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry(
              "a reference twice",
              "SELECT reference FROM record GROUP BY reference HAVING COUNT(*) > 1"),
          Map.entry(
              "a position missing or twice",
              """
              WITH told AS (SELECT recipient, position FROM ledger UNION ALL
                SELECT b.recipient, b.first_position + s.k
                FROM block b JOIN staged s ON s.batch = b.batch AND s.recipient = b.recipient)
              SELECT h.recipient, h.next, COUNT(t.position), COUNT(DISTINCT t.position)
              FROM head h LEFT JOIN told t ON t.recipient = h.recipient
              GROUP BY h.recipient, h.next
              HAVING COUNT(t.position) <> h.next - 1 OR COUNT(DISTINCT t.position) <> h.next - 1
                OR COALESCE(MAX(t.position), 0) <> h.next - 1
              """),
          Map.entry(
              "a block of another size than its entries",
              """
              SELECT b.recipient, b.batch, b.size, COUNT(s.k), MAX(s.k) FROM block b
              LEFT JOIN staged s ON s.batch = b.batch AND s.recipient = b.recipient
              GROUP BY b.recipient, b.batch, b.size
              HAVING b.size <> COUNT(s.k) OR b.size <> MAX(s.k) + 1
              """),
          Map.entry(
              "a record whose versions are not 1 to its own",
              """
              SELECT r.id, r.version, COUNT(v.n), MAX(v.n) FROM record r
              LEFT JOIN version v ON v.record = r.id GROUP BY r.id, r.version
              HAVING COUNT(v.n) <> r.version OR COALESCE(MAX(v.n), 0) <> r.version
              """),
          Map.entry(
              "a released record whose documents are not those of its version",
              """
              SELECT r.id, l.layer, d.rev FROM record r
              JOIN version v ON v.record = r.id AND v.n = r.version
              CROSS JOIN (SELECT 2 AS layer UNION SELECT 3 UNION SELECT 4) l
              LEFT JOIN doc d ON d.record = r.id AND d.layer = l.layer
                AND d.rev = CASE l.layer WHEN 2 THEN v.core_rev WHEN 3 THEN v.detail_rev
                  ELSE v.owner_rev END
              LEFT JOIN doc_history h ON h.record = d.record AND h.layer = d.layer
                AND h.rev = d.rev AND h.body = d.body
              WHERE h.record IS NULL
              """),
          Map.entry(
              "a version whose revision is not kept",
              """
              SELECT v.record, v.n, l.layer FROM version v
              CROSS JOIN (SELECT 2 AS layer UNION SELECT 3 UNION SELECT 4) l
              LEFT JOIN doc_history h ON h.record = v.record AND h.layer = l.layer
                AND h.rev = CASE l.layer WHEN 2 THEN v.core_rev WHEN 3 THEN v.detail_rev
                  ELSE v.owner_rev END
              WHERE h.record IS NULL
              """),
          Map.entry(
              "a draft with more than its owner's document",
              "SELECT r.id, d.layer FROM record r JOIN doc d ON d.record = r.id"
                  + " WHERE r.version = 0 AND (d.layer <> 4 OR d.rev <> 0)"),
          Map.entry(
              "a record that its owner does not see once",
              """
              SELECT r.id, COUNT(v.record) FROM record r
              JOIN gate g ON g.owner = r.owner AND g.rtype = r.rtype
              LEFT JOIN visible v ON v.record = r.id AND v.recipient = r.owner AND v.level = 4
                AND v.from_gen <= g.generation AND v.to_gen > g.generation
                AND v.status = r.status AND v.sort_date = r.sort_date
              GROUP BY r.id HAVING COUNT(v.record) <> 1
              """),
          Map.entry(
              "a submitted document or matrix that the Committee does not see once",
              """
              SELECT r.id, COUNT(v.record) FROM record r
              JOIN gate g ON g.owner = r.owner AND g.rtype = r.rtype
              LEFT JOIN visible v ON v.record = r.id AND v.recipient = 'UN1540' AND v.level = 3
                AND v.from_gen <= g.generation AND v.to_gen > g.generation
              WHERE r.rtype IN ('1540-document', '1540-matrix') AND r.version > 0
              GROUP BY r.id HAVING COUNT(v.record) <> 1
              """),
          Map.entry(
              "two levels of one record for one recipient at once",
              """
              SELECT v.record, v.recipient FROM visible v
              JOIN gate g ON g.owner = v.owner AND g.rtype = v.rtype
              JOIN visible o ON o.record = v.record AND o.recipient = v.recipient
                AND (o.from_gen, o.since) <> (v.from_gen, v.since)
                AND o.from_gen <= g.generation AND o.to_gen > g.generation
              WHERE v.from_gen <= g.generation AND v.to_gen > g.generation
                AND o.since < v.until AND v.since < o.until
              """),
          Map.entry(
              "rows of an abandoned preparation that nobody will sweep",
              "SELECT v.record FROM visible v JOIN gate g ON g.owner = v.owner"
                  + " AND g.rtype = v.rtype WHERE g.preparing IS NULL"
                  + " AND (v.from_gen > g.generation OR v.to_gen BETWEEN g.generation + 1"
                  + " AND 2147483646)"),
          Map.entry(
              "a denial with another end ahead of it than it says",
              """
              SELECT r.id, COUNT(d.name) FROM record r LEFT JOIN deadline d ON d.record = r.id
                AND d.day = CASE d.name
                  WHEN 'lapse' THEN JSON_VALUE(r.life, '$.validUntil') + INTERVAL 1 DAY
                  WHEN 'review-due' THEN JSON_VALUE(r.life, '$.reviewDue')
                  ELSE COALESCE(JSON_VALUE(r.life, '$.validUntil'),
                    JSON_VALUE(r.life, '$.reviewDue')) - INTERVAL 3 MONTH END
              WHERE r.rtype = 'denial' GROUP BY r.id, r.status
              HAVING COUNT(d.name) <> CASE r.status WHEN 'IN_FORCE' THEN 2 ELSE 0 END
              """),
          Map.entry(
              "an act without exactly one entry in its owner's log",
              """
              WITH entries AS (SELECT log, JSON_VALUE(body, '$.event') AS event,
                  JSON_VALUE(body, '$.records[0].id') AS record,
                  JSON_VALUE(body, '$.records[0].version') AS n
                FROM audit_entry WHERE body LIKE '%"event":"denial.%'
                  OR body LIKE '%"event":"1540-%' OR body LIKE '%"event":"control-list.%')
              SELECT v.record, v.n, v.act, COUNT(e.log) FROM version v
              JOIN record r ON r.id = v.record
              LEFT JOIN entries e ON e.record = CAST(v.record AS CHAR) AND e.n = v.n
                AND e.event = CONCAT(r.rtype, '.', v.act) AND e.log = r.owner
              GROUP BY v.record, v.n, v.act HAVING COUNT(e.log) <> 1
              """),
          Map.entry(
              "a record with other acts than were approved, by itself or in an import",
              """
              SELECT r.id, COALESCE(a.approved, 0), COALESCE(v.acts, 0) FROM record r
              LEFT JOIN (SELECT record, COUNT(*) AS approved FROM
                  (SELECT record FROM proposal WHERE state = 'APPROVED'
                      AND (type LIKE 'denial.%' OR type LIKE '1540-%'
                        OR type LIKE 'control-list.%')
                    UNION ALL SELECT record FROM import_entry WHERE outcome = 'NOTIFIED') each_one
                GROUP BY record) a ON a.record = r.id
              LEFT JOIN (SELECT record, COUNT(*) AS acts FROM version WHERE act <> 'hold'
                GROUP BY record) v ON v.record = r.id
              WHERE COALESCE(a.approved, 0) <> COALESCE(v.acts, 0)
              """),
          Map.entry(
              "an approved adoption or change of a group that left no policy version, or two",
              """
              WITH decided AS (SELECT owner FROM proposal WHERE state = 'APPROVED'
                  AND type IN ('state.adopt-policy', 'state.change-group')
                UNION ALL SELECT log FROM audit_entry
                  WHERE body LIKE '%"event":"policy.narrow-group"%')
              SELECT p.code,
                (SELECT COUNT(*) FROM decided WHERE owner = p.code) AS decisions,
                (SELECT COUNT(*) FROM policy WHERE owner = p.code) AS versions
              FROM participant p HAVING decisions <> versions
              """),
          Map.entry(
              "another policy in force than the newest",
              """
              SELECT g.owner, g.policy_version, MAX(p.version) FROM gate g
              LEFT JOIN policy p ON p.owner = g.owner AND p.rtype = g.rtype
              GROUP BY g.owner, g.rtype, g.policy_version
              HAVING g.policy_version <> COALESCE(MAX(p.version), 0)
              """),
          Map.entry(
              "a document that points to a person who is gone",
              """
              SELECT d.record, d.place FROM (
                  SELECT record, body, CONCAT('layer ', layer) AS place FROM doc
                  UNION ALL SELECT record, body, CONCAT('revision ', rev) FROM doc_history
                  UNION ALL SELECT id, content, 'content' FROM record) d
              WHERE LOCATE('{"$person":', d.body) > 0
                AND NOT EXISTS (SELECT 1 FROM natural_person p WHERE p.record = d.record
                  AND LOCATE(CONCAT('{"$person":"', p.id, '"}'), d.body) > 0)
              """),
          Map.entry(
              "a record that keeps persons after its last act erased them",
              """
              SELECT r.id, COUNT(*) FROM record r
              JOIN version v ON v.record = r.id AND v.n = r.version AND v.act = 'erase-persons'
              JOIN natural_person p ON p.record = r.id GROUP BY r.id
              """),
          Map.entry(
              "the row of a file whose import has been read",
              """
              SELECT b.id, b.state, COUNT(*) FROM import_batch b JOIN import_row r ON r.batch = b.id
              WHERE b.state NOT IN ('RECEIVING', 'READING') GROUP BY b.id, b.state
              """),
          Map.entry(
              "an approved one-off that left no release",
              unequal("release.one-off", "one_off", "owner")),
          Map.entry(
              "an approved challenge that is not there, or twice",
              unequal("challenge.denial", "challenge", "challenger")),
          Map.entry(
              "an approved answer that is not there, or twice",
              unequal(
                  "answer.denial",
                  "(SELECT * FROM challenge WHERE answered_at IS NOT NULL) answered",
                  "owner")),
          Map.entry(
              "a key that brought nothing about",
              "SELECT i.scope FROM idempotency i WHERE i.outcome IS NULL"));

  private Questions() {}

  /** States with another number of approved proposals of a type than of what these bring about. */
  private static String unequal(String type, String table, String whose) {
    return """
    WITH approved AS (SELECT owner, COUNT(*) AS n FROM proposal
        WHERE state = 'APPROVED' AND type = '%s' GROUP BY owner),
      made AS (SELECT %s AS owner, COUNT(*) AS n FROM %s GROUP BY 1)
    SELECT p.code, a.n, m.n FROM participant p
    LEFT JOIN approved a ON a.owner = p.code LEFT JOIN made m ON m.owner = p.code
    WHERE COALESCE(a.n, 0) <> COALESCE(m.n, 0)
    """
        .formatted(type, whose, table);
  }
}
