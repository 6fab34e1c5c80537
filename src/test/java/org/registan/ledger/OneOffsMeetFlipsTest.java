package org.registan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Level;
import org.registan.kernel.Role;
import org.registan.record.RecordType;
import org.registan.record.RecordTypes;
import org.registan.stand.StandResource;

/**
 * One-off releases given and ended while everything of their owner is judged again, over and over.
 */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class OneOffsMeetFlipsTest {

  private static final int ROUNDS = Integer.getInteger("trials", 300);
  private static final Actor RELEASER =
      new Actor("UZB", "MIIT", Set.of(Role.RELEASER), "someone", null);

  @Inject Flip flip;
  @Inject Sharing sharing;
  @Inject OneOffs oneOffs;
  @Inject Seeing seeing;
  @Inject Database database;
  @Inject RecordTypes types;

  @Test
  void whatIsGivenIsSeenAndWhatIsEndedIsNot() {
    As.stand();
    policy("UZB", permit("CORE", "PAK"));
    var path = notified("UZB", draft("AFG"));
    var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    var over = new AtomicBoolean();
    var flips = new AtomicInteger();
    try (var someone = Executors.newSingleThreadExecutor()) {
      someone.execute(() -> {
        while (!over.get()) {
          flip.run("UZB", type(), (handle, inForce) -> inForce);
          flips.incrementAndGet();
        }
      });
      try {
        for (int round = 0; round < ROUNDS; round++) {
          var grant = given(id);
          assertThat(seen(id)).as("given, round %d", round).isEqualTo(Level.DETAIL);
          database.run(handle -> sharing.endGrant(handle, RELEASER, type(), grant));
          assertThat(seen(id)).as("ended, round %d", round).isEqualTo(Level.NONE);
        }
      } finally {
        over.set(true);
      }
    }
    assertThat(flips).hasPositiveValue();
    assertThat(seen(id)).isEqualTo(Level.NONE);
  }

  private RecordType type() {
    return types.named("denial");
  }

  private UUID given(UUID record) {
    var grant =
        new OneOffs.Grant(
            UUID.randomUUID(),
            record,
            "KAZ",
            Level.DETAIL,
            Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS));
    database.run(handle -> {
      sharing.begin(handle, "UZB", type());
      var own = seeing.byId(handle, "UZB", "denial", record, Instant.now()).orElseThrow();
      sharing.grant(
          handle, RELEASER, type(), new Acts.Named(record, own.etag()), grant, "Asked for");
    });
    return grant.id();
  }

  private Level seen(UUID record) {
    return database.act(handle ->
        seeing
            .byId(handle, "KAZ", "denial", record, Instant.now())
            .map(Seen::level)
            .orElse(Level.NONE));
  }
}
