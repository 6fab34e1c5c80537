package org.registan.challenge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.registan.approval.Desk;
import org.registan.approval.Proposal;
import org.registan.approval.ProposalType;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.audit.Mention;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Seen;
import org.registan.ledger.Sights;
import org.registan.participant.Calendars;
import org.registan.record.RecordType;
import org.registan.record.RecordTypes;
import org.registan.record.Records;
import org.registan.record.Row;

/** Proposals to challenge another's record: {@code challenge.denial}. */
@ApplicationScoped
class ChallengeProposals implements ProposalType {

  private static final String KIND = "challenge.";

  private final Database database;
  private final RecordTypes types;
  private final Records records;
  private final Sights sights;
  private final Challenges challenges;
  private final Calendars calendars;
  private final Audit audit;
  private final Clock clock;
  private final int days;

  ChallengeProposals(
      Database database,
      RecordTypes types,
      Records records,
      Sights sights,
      Challenges challenges,
      Calendars calendars,
      Audit audit,
      Clock clock,
      @ConfigProperty(name = "registan.challenge-days") int days) {
    if (days < 1) {
      throw new IllegalArgumentException("registan.challenge-days must be 1 or more");
    }
    this.database = database;
    this.types = types;
    this.records = records;
    this.sights = sights;
    this.challenges = challenges;
    this.calendars = calendars;
    this.audit = audit;
    this.clock = clock;
    this.days = days;
  }

  static String type(RecordType type) {
    return KIND + type.name();
  }

  @Override
  public boolean handles(String type) {
    return type.startsWith(KIND);
  }

  @Override
  public ObjectNode effect(Handle handle, Proposal proposal) {
    return sight(handle, proposal)
        .map(it -> Json.object().put("tells", it.owner()))
        .orElseGet(() -> Json.object().put("stale", true));
  }

  /** Whether it still stands as it was read, or that it is not shared any more. */
  @Override
  public List<Mention> tellsOf(Handle handle, Proposal proposal) {
    return seen(handle, proposal).map(Seen::mention).stream().toList();
  }

  @Override
  public void carryOut(Proposal proposal, Actor approver, Consumer<Handle> claim) {
    database.run(handle -> {
      // What an erasure would miss is not put beside the record meanwhile.
      var record = shared(handle, proposal);
      claim.accept(handle);
      // Its owner may have taken it back since the claim looked.
      var seen = sight(handle, proposal).orElseThrow(Desk::stale);
      Challenging.requireStanding(seen);
      var n = record.map(Row::version).orElseThrow(Desk::stale);
      var challenge = raised(handle, proposal, seen, n);
      challenges.add(handle, challenge);
      var event = seen.type() + ".challenge";
      audit.write(handle, Event.act(event, approver, seen.mention(), proposal.reason()));
    });
  }

  /** The record as it stays until the transaction ends, if its challenger still sees it. */
  private Optional<Row> shared(Handle handle, Proposal proposal) {
    return seen(handle, proposal).flatMap(it -> records.share(handle, it.owner(), it.id()));
  }

  private Challenge raised(Handle handle, Proposal proposal, Seen seen, int n) {
    var now = clock.instant();
    var calendar = calendars.find(handle, seen.owner()).orElseThrow();
    return new Challenge(
        UUID.randomUUID(),
        seen.id(),
        seen.owner(),
        proposal.owner(),
        proposal.proposedAgency(),
        proposal.content().path("ground").asText(),
        proposal.content().path("text").textValue(),
        seen.level(),
        seen.version(),
        n,
        now,
        calendar.after(now, days),
        null);
  }

  /** The record, if its challenger still sees exactly what was read of it. */
  private Optional<Seen> sight(Handle handle, Proposal proposal) {
    return seen(handle, proposal).filter(it -> it.etag().equals(proposal.recordTag()));
  }

  private Optional<Seen> seen(Handle handle, Proposal proposal) {
    var type = types.named(proposal.type().substring(KIND.length()));
    return sights.of(handle, proposal.owner(), type, proposal.recordId());
  }
}
