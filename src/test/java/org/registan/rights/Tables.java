package org.registan.rights;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What the database holds, but for the log of who asked: a checksum of every other table. */
public final class Tables {

  private Tables() {}

  public static Map<String, String> checksums(Jdbi jdbi) {
    settle(jdbi);
    return jdbi.withHandle(handle -> {
      var tables =
          handle
              .createQuery(
                  "SELECT table_name FROM information_schema.tables"
                      + " WHERE table_schema = DATABASE() AND table_name NOT LIKE 'audit%'")
              .mapTo(String.class)
              .list();
      var checksums = new TreeMap<String, String>();
      handle
          .createQuery(
              "CHECKSUM TABLE "
                  + tables.stream().map("`%s`"::formatted).collect(Collectors.joining(", ")))
          .map((row, ctx) -> Map.entry(row.getString(1), String.valueOf(row.getString(2))))
          .forEach(it -> checksums.put(it.getKey(), it.getValue()));
      return checksums;
    });
  }

  /** Waits until nothing is left to be judged again, and no flip or import is under way. */
  static void settle(Jdbi jdbi) {
    while (waiting(jdbi) > 0) {
      LockSupport.parkNanos(20_000_000L);
    }
  }

  private static int waiting(Jdbi jdbi) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                SELECT (SELECT COUNT(*) FROM rerelease)
                  + (SELECT COUNT(*) FROM import_batch WHERE state LIKE '%ING')
                  + (SELECT COUNT(*) FROM gate
                     WHERE IS_FREE_LOCK(CONCAT('registan:', owner, ':', rtype)) = 0)
                """)
            .mapTo(Integer.class)
            .one());
  }
}
