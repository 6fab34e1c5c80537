package org.registan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.registan.kernel.Level;
import org.registan.stand.StandResource;

/** Positions are given in the order of commits: who comes second waits for who came first. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class HeadsTest {

  private static final String RECIPIENT = "NOBODY";

  @Inject Heads heads;
  @Inject Jdbi jdbi;

  @Test
  void whoeverComesWhileAnotherIsAtItHasTheNextPosition() throws Exception {
    jdbi.useHandle(
        handle -> handle.execute("INSERT INTO head (recipient, next) VALUES (?, 1)", RECIPIENT));
    try (var first = jdbi.open();
        var someone = Executors.newSingleThreadExecutor()) {
      first.begin();
      heads.append(first, List.of(entry()), true);
      var second =
          someone.submit(
              () -> jdbi.useTransaction(handle -> heads.append(handle, List.of(entry()), true)));
      while (!someoneIsAtTheHead() && !second.isDone()) {
        LockSupport.parkNanos(1_000_000L);
      }
      first.commit();

      assertThatCode(() -> second.get(30, TimeUnit.SECONDS)).doesNotThrowAnyException();
      assertThat(positions()).containsExactly(1L, 2L);
    } finally {
      jdbi.useHandle(handle -> {
        handle.execute("DELETE FROM ledger WHERE recipient = ?", RECIPIENT);
        handle.execute("DELETE FROM head WHERE recipient = ?", RECIPIENT);
      });
    }
  }

  private static Entry entry() {
    return new Entry(RECIPIENT, Entry.Kind.SHARED, "denial", UUID.randomUUID(), 1, Level.CORE);
  }

  /** A statement on the heads that has not come to its end. */
  private boolean someoneIsAtTheHead() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                SELECT COUNT(*) > 0 FROM information_schema.PROCESSLIST
                WHERE ID <> CONNECTION_ID() AND TIME_MS > 20
                  AND (INFO LIKE 'SELECT recipient, next FROM head%' OR INFO LIKE 'UPDATE head%')
                """)
            .mapTo(boolean.class)
            .one());
  }

  private List<Long> positions() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT position FROM ledger WHERE recipient = :it ORDER BY position")
            .bind("it", RECIPIENT)
            .mapTo(Long.class)
            .list());
  }
}
