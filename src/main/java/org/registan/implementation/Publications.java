package org.registan.implementation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.registan.ledger.Acts;
import org.registan.ledger.Reads;
import org.registan.ledger.Seen;
import org.registan.ledger.Sights;
import org.registan.record.RecordType;
import org.registan.record.RecordTypes;
import org.registan.record.Records;
import org.registan.web.Call;
import org.registan.web.Fault;
import org.registan.web.Idempotency;
import org.registan.web.Problem;

/**
 * Symbol and publication of what the Committee was sent: its secretariat proposes them, another of
 * the Committee approves: {@code publication.1540-document}. They are noted in the owner's record,
 * as its policy may ask for them; nothing that the owner wrote is changed.
 */
@ApplicationScoped
class Publications implements ProposalType {

  private static final String KIND = "publication.";

  private final Database database;
  private final RecordTypes types;
  private final Records records;
  private final Reads reads;
  private final Sights sights;
  private final Acts acts;
  private final Desk desk;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Clock clock;

  Publications(
      Database database,
      RecordTypes types,
      Records records,
      Reads reads,
      Sights sights,
      Acts acts,
      Desk desk,
      Idempotency idempotency,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.types = types;
    this.records = records;
    this.reads = reads;
    this.sights = sights;
    this.acts = acts;
    this.desk = desk;
    this.idempotency = idempotency;
    this.audit = audit;
    this.clock = clock;
  }

  private record Said(Actor actor, Call call, JsonNode request) {}

  /** Proposes it; what is wrong is said now, not when it is approved. */
  Desk.Shown propose(Actor actor, Call call, RecordType type, String name, byte[] body) {
    var said = new Said(actor, call, call.body(body));
    var creation = call.creation(actor.participant(), actor.account(), body);
    return database.act(handle -> {
      var seen = reads.foreign(handle, said.actor(), type, name);
      if (!said.actor().participant().equals(Submission.COMMITTEE)) {
        throw Problem.notYours();
      }
      var id = idempotency.once(handle, creation, () -> open(handle, said, type, seen));
      return desk.show(handle, said.actor(), id);
    });
  }

  private String open(Handle handle, Said said, RecordType type, Seen seen) {
    said.call().requireMatch(seen.etag());
    var date = LocalDate.parse(said.request().path("date").asText());
    if (date.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
      throw Problem.meaningless(List.of(Fault.at("/date", "is in the future")));
    }
    var note = Json.parse(seen.body()).at("/submission/noteVerbale/date").asText();
    if (date.isBefore(LocalDate.parse(note))) {
      throw Problem.meaningless(List.of(Fault.at("/date", "is before its note verbale")));
    }
    return desk.propose(
        handle,
        said.actor(),
        new Desk.Wish(
            KIND + type.name(),
            said.actor().agency(),
            seen.id(),
            seen.etag(),
            said.request(),
            said.request().path("reason").asText()));
  }

  @Override
  public boolean handles(String type) {
    return type.startsWith(KIND);
  }

  /**
   * Whose record it concerns, and what stood there before; who will read it then is for that
   * owner's policy alone.
   */
  @Override
  public ObjectNode effect(Handle handle, Proposal proposal) {
    return sight(handle, proposal)
        .map(Publications::effect)
        .orElseGet(() -> Json.object().put("stale", true));
  }

  private static ObjectNode effect(Seen seen) {
    var effect = Json.object().put("tells", seen.owner());
    var before = Json.parse(seen.body()).path("publication");
    return before.isMissingNode() ? effect : effect.set("replaces", before);
  }

  @Override
  public List<Mention> tellsOf(Handle handle, Proposal proposal) {
    return seen(handle, proposal).map(Seen::mention).stream().toList();
  }

  @Override
  public void carryOut(Proposal proposal, Actor approver, Consumer<Handle> claim) {
    var type = type(proposal);
    database.run(handle -> {
      var owner = seen(handle, proposal).map(Seen::owner).orElseThrow(Desk::stale);
      acts.begin(handle, owner, type);
      claim.accept(handle);
      var seen = sight(handle, proposal).orElseThrow(Desk::stale);
      var row = records.find(handle, owner, seen.id()).orElseThrow(Desk::stale);
      var named = new Acts.Named(row.id(), acts.tag(handle, owner, type, row.id()));
      audit.write(
          handle,
          Event.act(type.name() + ".published", approver, seen.mention(), proposal.reason()));
      acts.carryOut(
          handle,
          Actor.platform(owner, row.agency()),
          type,
          named,
          Submission.PUBLICATION,
          new Acts.Request(proposal.content(), "Published by the Committee's secretariat"));
    });
  }

  private Optional<Seen> sight(Handle handle, Proposal proposal) {
    return seen(handle, proposal).filter(it -> it.etag().equals(proposal.recordTag()));
  }

  private Optional<Seen> seen(Handle handle, Proposal proposal) {
    return sights.of(handle, proposal.owner(), type(proposal), proposal.recordId());
  }

  private RecordType type(Proposal proposal) {
    return types.named(proposal.type().substring(KIND.length()));
  }
}
