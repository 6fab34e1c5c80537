package org.registan.bulletin;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What the database keeps of the files of some records. */
record Kept(Jdbi jdbi, List<String> records) {

  static Kept of(Jdbi jdbi, String... paths) {
    return new Kept(jdbi, List.of(paths).stream().map(Bulletins::id).toList());
  }

  Set<String> stored() {
    return ids("SELECT id FROM attachment WHERE state = 'STORED' AND record IN (<records>)");
  }

  Set<String> comingIn() {
    return ids("SELECT id FROM attachment WHERE state = 'RECEIVING' AND record IN (<records>)");
  }

  /** The files of which there are bytes. */
  Set<String> withBytes() {
    return ids(
        "SELECT DISTINCT a.id FROM attachment a JOIN attachment_piece p ON p.attachment = a.id"
            + " WHERE a.record IN (<records>)");
  }

  /** Pieces without a file; of no record, then. */
  int strays() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT COUNT(*) FROM attachment_piece p LEFT JOIN attachment a"
                    + " ON a.id = p.attachment WHERE a.id IS NULL")
            .mapTo(int.class)
            .one());
  }

  /** Waits until nothing comes in any more. */
  Kept settled() {
    await(() -> comingIn().isEmpty());
    return this;
  }

  /** Waits until some of a file came in; which. */
  Set<String> begun() {
    await(() -> !withBytes().isEmpty());
    return withBytes();
  }

  /** Waits until there are bytes of just these files. */
  void await(Set<String> files) {
    await(() -> withBytes().equals(files));
  }

  private static void await(BooleanSupplier isSo) {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!isSo.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(20_000_000L);
    }
  }

  private Set<String> ids(String sql) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bindList("records", records)
            .mapTo(UUID.class)
            .map(UUID::toString)
            .collect(Collectors.toSet()));
  }
}
