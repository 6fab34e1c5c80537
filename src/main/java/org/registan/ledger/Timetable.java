package org.registan.ledger;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.registan.database.Database;
import org.registan.record.Deadlines;
import org.registan.record.RecordTypes;

/**
 * What falls due on a day: each thing once on any number of nodes, in a transaction of its own that
 * claims its owner's gate, leaves a busy one for the next round, and does what still stands. What
 * fails for one record or owner keeps nobody else waiting.
 */
@ApplicationScoped
class Timetable {

  private static final Logger LOG = Logger.getLogger(Timetable.class);
  private static final int SOME = 200;

  private final Database database;
  private final Deadlines deadlines;
  private final Gates gates;
  private final Acts acts;
  private final Contents contents;
  private final RecordTypes types;
  private final Clock clock;

  Timetable(
      Database database,
      Deadlines deadlines,
      Gates gates,
      Acts acts,
      Contents contents,
      RecordTypes types,
      Clock clock) {
    this.database = database;
    this.deadlines = deadlines;
    this.gates = gates;
    this.acts = acts;
    this.contents = contents;
    this.types = types;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    var latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.MAX);
    for (var owner : database.act(handle -> deadlines.waiting(handle, latest))) {
      try {
        serve(owner);
      } catch (RuntimeException e) {
        LOG.warnf(e, "what is due for %s will be tried again", owner.code());
      }
    }
  }

  private void serve(Deadlines.Owner owner) {
    var today = database.act(handle -> contents.today(handle, owner.code()));
    Deadlines.@Nullable Due last = null;
    do {
      var after = last;
      var due = database.act(handle -> deadlines.due(handle, owner, today, after, SOME));
      due.forEach(it -> attempt(owner, it));
      last = due.size() < SOME ? null : due.getLast();
    } while (last != null);
  }

  private void attempt(Deadlines.Owner owner, Deadlines.Due due) {
    try {
      database.run(handle -> {
        if (gates.claim(handle, owner.code(), owner.type())) {
          acts.fallDue(handle, types.named(owner.type()), owner, due);
        }
      });
    } catch (RuntimeException e) {
      LOG.warnf("%s of record %s will be tried again: %s", due.name(), due.record(), e);
    }
  }
}
