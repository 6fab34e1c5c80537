package org.registan.exchange;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.registan.approval.Desk;
import org.registan.approval.Proposal;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.kernel.Trace;
import org.registan.ledger.Acts;
import org.registan.ledger.Contents;
import org.registan.ledger.Erasures;
import org.registan.record.Act;
import org.registan.record.Deadlines;
import org.registan.record.RecordType;
import org.registan.record.RecordTypes;
import org.registan.record.Records;
import org.registan.record.Retentions;

/**
 * Proposes, as the platform for its owner, to erase the persons of each record that ended so many
 * years ago; a person decides. What a person declined is proposed again after a year.
 */
@ApplicationScoped
class Retention {

  private static final Logger LOG = Logger.getLogger(Retention.class);
  private static final Period DECLINED_FOR = Period.ofYears(1);
  private static final int SOME = 200;

  private final Database database;
  private final Retentions retentions;
  private final Records records;
  private final RecordTypes types;
  private final Contents contents;
  private final Erasures erasures;
  private final Acts acts;
  private final Desk desk;
  private final Clock clock;

  Retention(
      Database database,
      Retentions retentions,
      Records records,
      RecordTypes types,
      Contents contents,
      Erasures erasures,
      Acts acts,
      Desk desk,
      Clock clock) {
    this.database = database;
    this.retentions = retentions;
    this.records = records;
    this.types = types;
    this.contents = contents;
    this.erasures = erasures;
    this.acts = acts;
    this.desk = desk;
    this.clock = clock;
  }

  @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    for (var owner : database.act(retentions::owners)) {
      try {
        serve(owner, types.named(owner.type()));
      } catch (RuntimeException e) {
        LOG.warnf("what %s keeps will be looked at again: %s", owner.code(), Trace.of(e));
      }
    }
  }

  private void serve(Deadlines.Owner owner, RecordType type) {
    var moment = database.act(handle -> contents.moment(handle, owner.code(), type));
    var years = moment.term().retentionYears();
    var latest = moment.today().minusYears(years);
    Retentions.@Nullable Ended last = null;
    do {
      var after = last;
      var some = database.act(handle -> retentions.by(handle, owner, latest, after, SOME));
      some.forEach(it -> attempt(owner.code(), type, it, years));
      last = some.size() < SOME ? null : some.getLast();
    } while (last != null);
  }

  private void attempt(String owner, RecordType type, Retentions.Ended ended, int years) {
    try {
      database.run(handle -> {
        if (erasures.beginUnlessBusy(handle, owner, type)) {
          propose(handle, owner, type, ended, years);
        }
      });
    } catch (RuntimeException e) {
      LOG.warnf("record %s will be looked at again: %s", ended.record(), Trace.of(e));
    }
  }

  private void propose(
      Handle handle, String owner, RecordType type, Retentions.Ended ended, int years) {
    var row = records.find(handle, owner, ended.record());
    var stands = retentions.ended(handle, ended.record()).filter(ended.day()::equals).isPresent();
    var tag = acts.tag(handle, owner, type, ended.record());
    var wish = RecordProposals.type(type, Act.ERASE);
    if (row.isEmpty() || !stands || isDecided(handle, owner, ended.record(), wish, tag)) {
      return;
    }
    var reason = "Kept for %d years after %s".formatted(years, ended.day());
    desk.propose(
        handle,
        Actor.platform(owner, row.get().agency()),
        new Desk.Wish(
            wish,
            row.get().agency(),
            ended.record(),
            tag,
            Json.object().put("reason", reason),
            reason));
  }

  /** Whether a person has it to decide on, or declined it not long ago. */
  private boolean isDecided(Handle handle, String owner, UUID record, String type, String tag) {
    var now = clock.instant().atZone(ZoneOffset.UTC);
    var standing = false;
    for (var proposal : desk.about(handle, owner, record, type)) {
      var decidedAt = proposal.decidedAt();
      if (proposal.state() == Proposal.State.OPEN) {
        standing |= !desk.dropIfOutdated(handle, proposal, tag);
      } else if (decidedAt != null && isDeclined(proposal)) {
        standing |= decidedAt.atZone(ZoneOffset.UTC).plus(DECLINED_FOR).isAfter(now);
      }
    }
    return standing;
  }

  private static boolean isDeclined(Proposal proposal) {
    return proposal.state() != Proposal.State.APPROVED && !Actor.isPlatform(proposal.decidedBy());
  }
}
