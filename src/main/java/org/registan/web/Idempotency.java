package org.registan.web;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.registan.database.Database;

/**
 * The same creation, asked for again within 24 hours, has the same outcome once. Its row is the
 * first that an act locks, so that a concurrent duplicate waits.
 */
@ApplicationScoped
public class Idempotency {

  private static final Duration KEPT = Duration.ofHours(24);

  private final Database database;
  private final Clock clock;

  Idempotency(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The id of what {@code create} made, now or when the same creation was asked for before. */
  public String once(Handle handle, Optional<Call.Creation> creation, Supplier<String> create) {
    if (creation.isEmpty()) {
      return create.get();
    }
    var asked = creation.get();
    return before(handle, asked)
        .orElseGet(() -> {
          var outcome = create.get();
          handle
              .createUpdate("UPDATE idempotency SET outcome = :outcome WHERE scope = :scope")
              .bind("outcome", outcome)
              .bind("scope", asked.scope())
              .execute();
          return outcome;
        });
  }

  /** Forgets what is too old to be asked for again. */
  @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forget() {
    database.run(handle ->
        handle.execute(
            "DELETE FROM idempotency WHERE at < ? LIMIT 10000", clock.instant().minus(KEPT)));
  }

  private Optional<String> before(Handle handle, Call.Creation asked) {
    var now = clock.instant();
    handle
        .createUpdate("DELETE FROM idempotency WHERE scope = :scope AND at < :oldest")
        .bind("scope", asked.scope())
        .bind("oldest", now.minus(KEPT))
        .execute();
    var fresh =
        handle
            .createUpdate(
                "INSERT IGNORE INTO idempotency (scope, request, at) VALUES (:scope, :request,"
                    + " :at)")
            .bind("scope", asked.scope())
            .bind("request", asked.request())
            .bind("at", now)
            .execute();
    if (fresh == 1) {
      return Optional.empty();
    }
    return handle
        .createQuery("SELECT request, outcome FROM idempotency WHERE scope = :scope")
        .bind("scope", asked.scope())
        .map((row, ctx) -> outcome(asked, row.getString(1), row.getString(2)))
        .findOne();
  }

  private static String outcome(Call.Creation asked, String request, String outcome) {
    if (!request.equals(asked.request())) {
      throw Problem.of(ProblemType.KEY_REUSED, null);
    }
    return outcome;
  }
}
