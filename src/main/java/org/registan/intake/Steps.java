package org.registan.intake;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.registan.database.Database;
import org.registan.intake.Entries.Entry;
import org.registan.intake.Entries.Settled;
import org.registan.ledger.Acts;
import org.registan.ledger.Drafting;
import org.registan.record.OwnNames;
import org.registan.record.RecordType;
import org.registan.record.RecordTypes;
import org.registan.record.Records;

/**
 * What is done with imports after they came in, in steps. A step claims one import and does a piece
 * of it in one transaction with what it says of it, so that a crash at any point undoes or keeps
 * both, and whoever goes on does each record exactly once.
 */
@ApplicationScoped
class Steps {

  private static final Logger LOG = Logger.getLogger(Steps.class);

  /** As long as other acts of the owner may wait for the gate. */
  static final int SOME = 20;

  /** Steps between two looks at the clock. */
  private static final int AT_ONCE = 500;

  /** Of the rows of one record. */
  private static final long MOST_BYTES = 8_000_000;

  private static final Duration GIVEN_UP = Duration.ofHours(1);

  private final Database database;
  private final Imports imports;
  private final Turns turns;
  private final Entries entries;
  private final Reading reading;
  private final RecordTypes types;
  private final Records records;
  private final OwnNames names;
  private final Drafts drafts;
  private final Drafting drafting;
  private final Acts acts;
  private final Clock clock;

  Steps(
      Database database,
      Imports imports,
      Turns turns,
      Entries entries,
      Reading reading,
      RecordTypes types,
      Records records,
      OwnNames names,
      Drafts drafts,
      Drafting drafting,
      Acts acts,
      Clock clock) {
    this.database = database;
    this.imports = imports;
    this.turns = turns;
    this.entries = entries;
    this.reading = reading;
    this.types = types;
    this.records = records;
    this.names = names;
    this.drafts = drafts;
    this.drafting = drafting;
    this.acts = acts;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    var failed = new HashSet<String>();
    try {
      giveUp();
      for (int i = 0; i < AT_ONCE && goOn(failed); i++) {
        LOG.debug("a step of an import");
      }
    } catch (RuntimeException e) {
      LOG.warn("imports will go on", e);
    }
  }

  /** A step of an owner none of whose failed in this run; it takes no other's turn if it fails. */
  private boolean goOn(Set<String> failed) {
    var turn = new AtomicReference<Turns.Turn>();
    try {
      return step(failed, turn::set, () -> {});
    } catch (RuntimeException e) {
      var had = turn.get();
      if (had == null || Database.isAway(e)) {
        throw e;
      }
      LOG.warn("an import will go on after others", e);
      failed.add(had.owner());
      database.run(handle -> turns.postpone(handle, had));
      return true;
    }
  }

  /** Forgets what began to come in and never ended. */
  private void giveUp() {
    var then = clock.instant().minus(GIVEN_UP);
    database
        .act(handle -> imports.abandoned(handle, then))
        .forEach(it -> database.run(handle -> imports.drop(handle, it)));
  }

  /** Does one step of one import; false when nothing is left to do. */
  boolean step(Runnable beforeCommit) {
    return step(Set.of(), it -> {}, beforeCommit);
  }

  private boolean step(Set<String> leftOut, Consumer<Turns.Turn> claimed, Runnable beforeCommit) {
    return database.act(handle -> {
      var turn = turns.claim(handle, leftOut);
      turn.ifPresent(it -> {
        claimed.accept(it);
        var batch = imports.find(handle, it.owner(), it.id()).orElseThrow();
        work(handle, batch, types.named(batch.type()));
        beforeCommit.run();
      });
      return turn.isPresent();
    });
  }

  private void work(Handle handle, Import batch, RecordType type) {
    switch (batch.state()) {
      case READING -> readSome(handle, batch, type);
      case NOTIFYING -> drafts.notifyOne(handle, batch, type);
      case DISCARDING -> drafts.discardSome(handle, batch, type);
      default -> throw new IllegalStateException("no work in state " + batch.state());
    }
  }

  private void readSome(Handle handle, Import batch, RecordType type) {
    var waiting = entries.next(handle, batch.id(), Import.Outcome.WAITING, SOME);
    waiting.forEach(it -> entries.settle(handle, batch.id(), it, settled(handle, batch, type, it)));
    if (waiting.isEmpty()) {
      imports.read(handle, batch.id());
    }
  }

  /** What becomes of an entry; one that fails for whatever it holds keeps no other waiting. */
  private Settled settled(Handle handle, Import batch, RecordType type, Entry entry) {
    handle.savepoint("entry");
    try {
      return read(handle, batch, type, entry);
    } catch (RuntimeException e) {
      if (e instanceof JdbiException) {
        throw e;
      }
      LOG.warnf("row %d of an import cannot be read: %s", entry.row(), e.getClass().getName());
      handle.rollbackToSavepoint("entry");
      return Settled.refused(entry, "cannot be read");
    }
  }

  private Settled read(Handle handle, Import batch, RecordType type, Entry entry) {
    if (entries.size(handle, batch.id(), entry) > MOST_BYTES) {
      return Settled.refused(entry, "is a record of too much text");
    }
    var lines = entries.rows(handle, batch.id(), entry, Reading.MOST_ROWS + 1);
    var read = reading.read(handle, batch, type, lines);
    if (!read.faults().isEmpty()) {
      return Settled.refused(read.faults());
    }
    acts.begin(handle, batch.owner(), type);
    var name = read.content().path(type.ownName()).asText();
    var key =
        name.isEmpty() ? Entries.key(batch, lines) : OwnNames.key(batch.from().agency(), name);
    var known =
        (name.isEmpty()
                ? names.known(handle, batch.owner(), batch.type(), key)
                : names.named(handle, batch.from(), type, name))
            .or(() -> records.named(handle, batch.owner(), type.name(), read.reference()));
    return known.map(Settled::known).orElseGet(() -> draft(handle, batch, type, read, key));
  }

  private Settled draft(
      Handle handle, Import batch, RecordType type, Reading.Read read, String key) {
    var row = drafting.draft(handle, batch.from(), type, read.content());
    names.remember(handle, batch.owner(), batch.type(), key, row.id());
    var tag = acts.tag(handle, batch.owner(), type, row.id());
    return Settled.drafted(row.id(), tag, type.subject(row));
  }
}
