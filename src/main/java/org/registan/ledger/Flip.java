package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.registan.database.Database;
import org.registan.record.RecordType;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/**
 * A re-release: prepared outside locks at the next generation, then one short transaction that
 * moves the gate (DESIGN 6). A crash before it leaves only rows that nobody reads.
 */
@ApplicationScoped
public class Flip {

  private static final Logger LOG = Logger.getLogger(Flip.class);
  private static final int WAIT_SECONDS = 8;
  private static final int MOST_WAITING = 4;

  private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

  private final Jdbi jdbi;
  private final Database database;
  private final Gates gates;
  private final Preparation preparation;
  private final Heads heads;
  private final Rereleases rereleases;

  Flip(
      Jdbi jdbi,
      Database database,
      Gates gates,
      Preparation preparation,
      Heads heads,
      Rereleases rereleases) {
    this.jdbi = jdbi;
    this.database = database;
    this.gates = gates;
    this.preparation = preparation;
    this.heads = heads;
    this.rereleases = rereleases;
  }

  /** Where a flip leads. */
  public interface Target {

    /** The bench that everything is judged on, made from the one in force. */
    Bench bench(Handle handle, Bench inForce);

    /** Whether this is the stop, counted from the owner's first, that the flip takes back. */
    default boolean takesBack(int stop) {
      return false;
    }

    /** Done first in the deciding transaction: claims what the flip is carried out for. */
    default void claim(Handle handle) {}

    /** Done in the deciding transaction once the gate has been passed. */
    default void done(Handle handle, Bench flipped) {}
  }

  /** Judges all of an owner's records again on the target's bench, and moves the gate to it. */
  public void run(String owner, RecordType type, Target target) {
    run(owner, type, target, WAIT_SECONDS);
  }

  /** The same, if no other flip of this owner is under way. */
  void runUnlessBusy(String owner, RecordType type, Target target) {
    run(owner, type, target, 0);
  }

  private void run(String owner, RecordType type, Target target, int wait) {
    var name = "registan:%s:%s".formatted(owner, type.name());
    var turn = turns.computeIfAbsent(name, key -> new ReentrantLock(true));
    if (!hasTurn(turn, wait)) {
      throw busy();
    }
    try {
      runAlone(name, owner, type, target, wait);
    } finally {
      turn.unlock();
    }
  }

  /** Whoever waits here holds no connection, so that one state's haste takes none from others. */
  private static boolean hasTurn(ReentrantLock turn, int wait) {
    try {
      return turn.getQueueLength() < MOST_WAITING && turn.tryLock(wait, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Problem busy() {
    return Problem.of(ProblemType.NOT_POSSIBLE, "Another release of yours is under way.");
  }

  private void runAlone(String name, String owner, RecordType type, Target target, int wait) {
    try (var lock = jdbi.open()) {
      if (!locked(lock, name, wait)) {
        throw busy();
      }
      try {
        flip(owner, type, target);
      } finally {
        lock.createQuery("SELECT RELEASE_LOCK(:name)").bind("name", name).mapTo(int.class).one();
      }
    }
  }

  private static boolean locked(Handle handle, String name, int wait) {
    return handle
            .createQuery("SELECT GET_LOCK(:name, :wait)")
            .bind("name", name)
            .bind("wait", wait)
            .mapTo(int.class)
            .one()
        == 1;
  }

  private void flip(String owner, RecordType type, Target target) {
    var prepared = preparation.prepare(owner, type, target);
    decide(owner, type, target, prepared);
    try {
      preparation.clean(owner, type, prepared.batch().next());
    } catch (RuntimeException e) {
      LOG.warn("what nobody reads any more is left for the next flip", e);
    }
  }

  private void decide(String owner, RecordType type, Target target, Preparation.Prepared prepared) {
    database.run(handle -> {
      target.claim(handle);
      var gate = gates.pass(handle, owner, type.name());
      var batch = prepared.batch().copy();
      if (!Long.valueOf(batch.id()).equals(gate.preparing())) {
        throw new IllegalStateException("another preparation took over");
      }
      preparation.restage(handle, type, owner, prepared.seq(), batch);
      var bench = batch.target().bench();
      if (gate.stopped() && !bench.stopped() && !target.takesBack(gate.stops())) {
        throw Problem.of(ProblemType.NOT_POSSIBLE, "The stop switch was pulled meanwhile.");
      }
      if (bench.policy().number() != gate.policyVersion() || bench.stopped() != gate.stopped()) {
        rereleases.requestOfOthers(handle, owner, type.name());
      }
      target.done(handle, bench);
      handle.execute(
          "UPDATE gate SET generation = ?, policy_version = ?, stopped = ?, preparing = NULL"
              + " WHERE owner = ? AND rtype = ?",
          batch.next(),
          bench.policy().number(),
          bench.stopped(),
          owner,
          type.name());
      rereleases.requestIfStale(handle, type.name(), bench);
      heads.publish(handle, batch.id(), batch.sizes());
    });
  }
}
