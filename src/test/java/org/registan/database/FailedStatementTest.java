package org.registan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.registan.stand.StandResource;

/** What a failed statement leaves behind: nothing of what it was given, and work done again. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class FailedStatementTest {

  private static final String TEXT = "Darya Pump Works of Herat";

  @Inject Jdbi jdbi;
  @Inject Database database;

  @Test
  void itsErrorTellsALogNothingOfItsValues() {
    assertThatThrownBy(() ->
            database.run(handle ->
                handle
                    .createUpdate(
                        "INSERT INTO natural_person (id, record, content) VALUES (:i, :i, :c)")
                    .bind("i", new java.util.UUID(0, 7))
                    .bind("c", TEXT)
                    .execute()))
        .satisfies(it -> {
          var trace = new StringWriter();
          it.printStackTrace(new PrintWriter(trace));
          assertThat(trace.toString()).contains("natural_person").doesNotContain(TEXT);
        });
  }

  @Test
  void whoWaitedTooLongForALockIsServedWhenItIsFree() {
    var attempts = new AtomicInteger();
    try (var holder = jdbi.open()) {
      holder.begin();
      holder.execute("UPDATE participant SET provider = provider WHERE code = 'OPS'");
      database.run(handle -> {
        if (attempts.incrementAndGet() == 2) {
          holder.rollback();
        }
        handle.execute("UPDATE participant SET provider = provider WHERE code = 'OPS'");
      });
    }
    assertThat(attempts).hasValue(2);
  }
}
