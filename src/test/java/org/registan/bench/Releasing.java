package org.registan.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.registan.access.Policies;
import org.registan.access.Policy;
import org.registan.ledger.Bench;
import org.registan.ledger.Benches;
import org.registan.ledger.Flip;
import org.registan.record.RecordType;
import org.registan.stand.Database;

/**
 * A new policy of one owner: how long it takes and locks, and what others' acts suffer meanwhile.
 */
final class Releasing {

  private static final int TURNS = 2;
  private static final int MOST_TURNS = 10;
  private static final int ENOUGH = 40;

  private final Flip flip = Arc.container().instance(Flip.class).get();
  private final Policies policies = Arc.container().instance(Policies.class).get();
  private final Plain plain;
  private final Database database;
  private final RecordType type;
  private final String owner;
  private final Notifying elsewhere;

  Releasing(Plain plain, Database database, RecordType type, String owner, Notifying elsewhere) {
    this.plain = plain;
    this.database = database;
    this.type = type;
    this.owner = owner;
    this.elsewhere = elsewhere;
  }

  /** How one went; {@code locked} from before its first lock until its commit. */
  private record Flipped(long nanos, long locked, long pairs, long batch) {}

  /** The same differences in three statements on sets, which are then taken back. */
  private static final List<String> PLAINLY =
      List.of(
          """
          INSERT INTO staged (batch, recipient, k, event, rtype, record, n, level)
          SELECT 0, recipient, k, event, rtype, record, n, level FROM staged WHERE batch = ?
          """,
          """
          UPDATE staged s JOIN visible v FORCE INDEX (u_record)
            ON v.record = s.record AND v.recipient = s.recipient
          SET v.to_gen = 1000000 WHERE s.batch = ?
          """,
          """
          INSERT INTO visible (recipient, rtype, sort_date, record, from_gen, since, to_gen, until,
            level, owner, status)
          SELECT v.recipient, v.rtype, v.sort_date, v.record, 1000000, v.since, 2147483647, v.until,
            s.level, v.owner, v.status
          FROM staged s JOIN visible v FORCE INDEX (u_record)
            ON v.record = s.record AND v.recipient = s.recipient
          WHERE s.batch = ?
          """);

  private final class To implements Flip.Target {

    private final Policy policy;
    private long locking;
    private long committed;

    To(Policy policy) {
      this.policy = policy;
    }

    @Override
    public Bench bench(Handle handle, Bench inForce) {
      return inForce.under(
          new Policies.Version(
              owner,
              inForce.policy().number() + 1,
              policy,
              Benches.snapshot(inForce.participants()),
              Clock.systemUTC().instant()),
          inForce.stopped());
    }

    @Override
    public void claim(Handle handle) {
      locking = System.nanoTime();
      handle.afterCommit(() -> committed = System.nanoTime());
    }

    @Override
    public void done(Handle handle, Bench flipped) {
      policies.add(handle, type.name(), flipped.policy());
    }

    Flipped run() {
      var began = System.nanoTime();
      flip.run(owner, type, this);
      var nanos = System.nanoTime() - began;
      var batch = plain.number("SELECT MAX(id) FROM batch WHERE owner = ?", owner);
      var pairs = plain.number("SELECT COALESCE(SUM(size), 0) FROM block WHERE batch = ?", batch);
      return new Flipped(nanos, committed - locking, pairs, batch);
    }
  }

  /** There and back, with nothing beside it for the idle figure first. */
  void measure(Results results, int records, Duration time) {
    var idle = idle(time);
    var tenth = destinations();
    share(results.row("re-release, 10 % of pairs", records), Population.detail(tenth), idle);
    share(results.row("re-release, 100 % of pairs", records), Population.detail(List.of()), idle);
    results.save();
  }

  private void share(ObjectNode row, Policy other, Timing idle) {
    var alone = List.of(new To(other).run(), new To(Population.outline()).run());
    var all = new ArrayList<>(alone);
    var meanwhile = beside(all, other);
    Results.put(row, "ours", Timing.of(alone.stream().map(Flipped::nanos).toList()));
    Results.put(row, "locks", Timing.of(all.stream().map(Flipped::locked).toList()));
    Results.put(row, "notifyIdle", idle);
    Results.put(row, "notifyMeanwhile", meanwhile);
    row.put("pairs", all.getFirst().pairs());
    plainly(row, all.getFirst());
    var pairs =
        plain.number("SELECT COUNT(*) FROM visible WHERE owner = ? AND recipient <> owner", owner);
    row.put("pairsOfOwner", pairs);
    var locked = all.stream().mapToLong(Flipped::locked).max().orElseThrow() / 1e6;
    row.put(
        "said",
        "%d of %d pairs; locks at most %.1f ms; notify elsewhere p95 %.1f ms, idle %.1f ms"
            .formatted(all.getFirst().pairs(), pairs, locked, meanwhile.p95(), idle.p95()));
  }

  private void plainly(ObjectNode row, Flipped flipped) {
    var times = new ArrayList<Long>();
    try (var connection = database.connect()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < TURNS; i++) {
        var began = System.nanoTime();
        for (var sql : PLAINLY) {
          try (var statement = Plain.bound(connection, sql, flipped.batch())) {
            statement.executeUpdate();
          }
        }
        times.add(System.nanoTime() - began);
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    var plainly = Timing.of(times);
    Results.put(row, "plain", plainly);
    row.put("ratio", Results.round(plainly.median() / row.at("/ours/medianMs").asDouble()));
    row.put("sql", String.join("; ", PLAINLY).replaceAll("\\s+", " "));
  }

  private Timing idle(Duration time) {
    var times = new ArrayList<Long>();
    var end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      Race.turn(elsewhere::prepared, times);
    }
    return Timing.of(times);
  }

  /** How long another state's notifications take while policies change there and back. */
  private Timing beside(List<Flipped> flipped, Policy other) {
    var times = Collections.synchronizedList(new ArrayList<Long>());
    var over = new AtomicBoolean();
    var busy =
        Thread.ofPlatform()
            .start(() -> {
              while (!over.get()) {
                Race.turn(elsewhere::prepared, times);
              }
            });
    try {
      for (int i = 0; i < MOST_TURNS && times.size() < ENOUGH; i++) {
        flipped.add(new To(other).run());
        flipped.add(new To(Population.outline()).run());
      }
    } finally {
      over.set(true);
      await(busy);
    }
    return Timing.of(List.copyOf(times));
  }

  private static void await(Thread busy) {
    try {
      busy.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Destinations of about a tenth of the owner's denials. */
  private List<String> destinations() {
    var all = plain.number("SELECT COUNT(*) FROM record WHERE owner = ? AND version > 0", owner);
    var chosen = new ArrayList<String>();
    long sum = 0;
    for (var one :
        plain.column(
            """
            SELECT CONCAT(k.value, ' ', COUNT(*)) FROM record r
            JOIN record_key k ON k.record = r.id AND k.name = 'destination'
            WHERE r.owner = ? AND r.version > 0 GROUP BY k.value ORDER BY COUNT(*), k.value
            """,
            owner)) {
      if (sum * 10 < all) {
        chosen.add(one.substring(0, 3));
        sum += Long.parseLong(one.substring(4));
      }
    }
    return chosen;
  }
}
