package org.registan.chaos;

import java.util.Map;

/** What must not be in the tables of attached files: each is whole, and its record names it. */
final class FileQuestions {
  static final Map<String, String> ALL =
      Map.of(
          "a file of another state's record, or a stored one that its record does not name like that",
          """
          SELECT a.id, a.record FROM attachment a JOIN record r ON r.id = a.record
          WHERE a.owner <> r.owner OR a.state = 'STORED' AND NOT COALESCE(JSON_CONTAINS(
            r.content, JSON_OBJECT('id', CAST(a.id AS CHAR), 'size', a.size, 'sha256', a.sha256),
            '$.attachments'), 0)
          """,
          "a file that a record names and that is not stored",
          """
          SELECT r.id, named.id FROM record r
          JOIN JSON_TABLE(r.content, '$.attachments[*]' COLUMNS (id CHAR(36) PATH '$.id')) named
          LEFT JOIN attachment a ON a.id = named.id AND a.record = r.id AND a.state = 'STORED'
          WHERE a.id IS NULL
          """,
          "a stored file with other pieces than it has bytes",
          """
          SELECT a.id, a.size, COUNT(p.n), MAX(p.n), SUM(LENGTH(p.bytes)) FROM attachment a
          LEFT JOIN attachment_piece p ON p.attachment = a.id WHERE a.state = 'STORED'
          GROUP BY a.id, a.size
          HAVING COALESCE(SUM(LENGTH(p.bytes)), 0) <> a.size OR COUNT(p.n) <> MAX(p.n) + 1
          """,
          "a file that never came in and that no start of the application swept away",
          """
          SELECT id, received_at FROM attachment
          WHERE state = 'RECEIVING' AND received_at < UTC_TIMESTAMP(3) - INTERVAL 1 HOUR
          """);

  private FileQuestions() {}
}
