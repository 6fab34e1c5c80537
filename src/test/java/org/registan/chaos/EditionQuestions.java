package org.registan.chaos;

import java.util.Map;

/** What must not be in the tables of entries: each edition has all that its header says. */
final class EditionQuestions {
  static final Map<String, String> ALL =
      Map.of(
          "an edition with other entries than its record says",
          """
          SELECT r.id, r.status, s.entries, s.digest FROM record r
          LEFT JOIN (SELECT e.record, SUM(b.entries) AS entries,
              UNHEX(SHA2(GROUP_CONCAT(b.sha256 ORDER BY e.n SEPARATOR ''), 256)) AS digest
            FROM edition_block e JOIN entry_block b ON b.id = e.block GROUP BY e.record) s
            ON s.record = r.id
          WHERE r.rtype = 'control-list'
            AND (COALESCE(s.entries, 0) <> COALESCE(JSON_VALUE(r.content, '$.entries.count'), 0)
              OR s.digest <> UNHEX(JSON_VALUE(r.content, '$.entries.sha256')))
          """,
          "an edition whose blocks do not follow one another",
          """
          SELECT record, COUNT(*), MIN(n), MAX(n) FROM edition_block GROUP BY record
          HAVING MIN(n) <> 0 OR MAX(n) <> COUNT(*) - 1
          """,
          "a block of another state's edition",
          """
          SELECT r.id, b.id FROM record r JOIN edition_block e ON e.record = r.id
          JOIN entry_block b ON b.id = e.block WHERE b.owner <> r.owner
          """,
          "a block that is not what its digest says",
          """
          SELECT id FROM entry_block
          WHERE UNHEX(SHA2(body, 256)) <> UNHEX(sha256) OR JSON_LENGTH(body) <> entries
          """,
          "a block with other codes than are found by it",
          """
          SELECT b.id, s.codes, COUNT(c.code) FROM entry_block b
          JOIN (SELECT b.id, COUNT(DISTINCT said.code) AS codes FROM entry_block b
            JOIN JSON_TABLE(b.body, '$[*]' COLUMNS (code VARCHAR(120) PATH '$.code')) said
            GROUP BY b.id) s ON s.id = b.id
          LEFT JOIN entry_code c ON c.block = b.id
          GROUP BY b.id, s.codes HAVING s.codes <> COUNT(c.code)
          """);

  private EditionQuestions() {}
}
