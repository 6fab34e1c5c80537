package org.registan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.registan.database.Database;
import org.registan.database.Outdated;
import org.registan.kernel.Actor;
import org.registan.stand.StandResource;

/** What is logged in any case is logged once, whatever becomes of the work. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class InAnyCaseTest {

  @Inject Audit audit;
  @Inject Database database;
  @Inject Jdbi jdbi;

  private final String account = UUID.randomUUID().toString();
  private final Event event = event("KAZ");

  @Test
  void whenItIsDone() {
    database.run(handle -> audit.writeInAnyCase(handle, event));

    assertThat(logged()).isEqualTo(1);
  }

  @Test
  void whenItIsRefused() {
    assertThatThrownBy(() -> failing(event, new IllegalArgumentException("refused")))
        .hasMessage("refused");

    assertThat(logged()).isEqualTo(1);
  }

  @Test
  void whenAPartOfItIsUndone() {
    database.run(handle -> {
      handle.savepoint("part");
      audit.writeInAnyCase(handle, event);
      handle.rollbackToSavepoint("part");
    });

    assertThat(logged()).isEqualTo(1);
  }

  @Test
  void whenItIsDoneAtTheThirdAttempt() {
    var attempts = new AtomicInteger();

    database.run(handle -> {
      audit.writeInAnyCase(handle, event);
      if (attempts.incrementAndGet() < 3) {
        throw new Outdated();
      }
    });

    assertThat(logged()).isEqualTo(1);
  }

  @Test
  void whenNoAttemptSucceeds() {
    assertThatThrownBy(() -> failing(event, new Outdated())).isInstanceOf(Outdated.class);

    assertThat(logged()).isEqualTo(1);
  }

  @Test
  void whenTheSameIsSaidTwice() {
    database.run(handle -> {
      audit.writeInAnyCase(handle, event);
      audit.writeInAnyCase(handle, event);
    });

    assertThat(logged()).isEqualTo(1);
  }

  @Test
  void whatCannotBeLoggedIsNotAnsweredAsARefusal() {
    var tooLong = event("K".repeat(100));

    assertThatThrownBy(() -> failing(tooLong, new IllegalArgumentException("refused")))
        .isNotInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Data too long");
  }

  private void failing(Event logged, RuntimeException failure) {
    database.run(handle -> {
      audit.writeInAnyCase(handle, logged);
      throw failure;
    });
  }

  private Event event(String participant) {
    return Event.read(
        "record.foreign", new Actor(participant, "a", Set.of(), account, null), List.of());
  }

  private int logged() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT COUNT(*) FROM audit_entry WHERE log = 'KAZ'"
                    + " AND body LIKE CONCAT('%', :account, '%')")
            .bind("account", account)
            .mapTo(int.class)
            .one());
  }
}
