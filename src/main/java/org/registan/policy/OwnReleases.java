package org.registan.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.access.Policies;
import org.registan.approval.Desk;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Acts;
import org.registan.ledger.Bench;
import org.registan.ledger.OneOffs;
import org.registan.ledger.Reads;
import org.registan.ledger.Rehearsals;
import org.registan.participant.Participant;
import org.registan.record.RecordType;
import org.registan.record.Records;
import org.registan.web.Call;
import org.registan.web.Fault;
import org.registan.web.Idempotency;
import org.registan.web.Problem;

/** A state's single decisions: explained, released once, stopped. */
@ApplicationScoped
class OwnReleases {

  private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

  private final Rehearsals rehearsals;
  private final Policies policies;
  private final OneOffs oneOffs;
  private final Reads reads;
  private final Records records;
  private final Acts acts;
  private final Desk desk;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Clock clock;

  OwnReleases(
      Rehearsals rehearsals,
      Policies policies,
      OneOffs oneOffs,
      Reads reads,
      Records records,
      Acts acts,
      Desk desk,
      Idempotency idempotency,
      Audit audit,
      Clock clock) {
    this.rehearsals = rehearsals;
    this.policies = policies;
    this.oneOffs = oneOffs;
    this.reads = reads;
    this.records = records;
    this.acts = acts;
    this.desk = desk;
    this.idempotency = idempotency;
    this.audit = audit;
    this.clock = clock;
  }

  /** Why a recipient has one of the actor's records at its level, now or under a past policy. */
  ObjectNode explain(Handle handle, Actor actor, RecordType type, JsonNode question) {
    var own = reads.own(handle, actor, type, question.path("record").asText());
    var inForce = rehearsals.inForce(handle, actor.participant(), type);
    var recipient = recipient(inForce, question);
    var bench = bench(handle, actor, type, question, inForce);
    var row = records.find(handle, actor.participant(), own.id()).orElseThrow();
    var decision = rehearsals.explain(handle, bench, type, row, recipient);
    audit.write(handle, Event.read("policy.explain", actor, List.of(own.mention())));
    var answer =
        Json.object()
            .put("record", own.id().toString())
            .put("recipient", recipient.code())
            .put("policyVersion", bench.policy().number())
            .put("level", decision.level().name());
    answer.set("reasons", Json.MAPPER.valueToTree(decision.reasons()));
    return answer;
  }

  private Bench bench(
      Handle handle, Actor actor, RecordType type, JsonNode question, Bench inForce) {
    if (!question.has("policyVersion")) {
      return inForce;
    }
    var wanted = question.path("policyVersion").asInt();
    return policies.of(handle, actor.participant(), type.name()).stream()
        .filter(it -> it.number() == wanted)
        .findFirst()
        .map(it -> inForce.under(it, inForce.stopped()))
        .orElseThrow(() -> faulty(Fault.at("/policyVersion", "is not a version of yours")));
  }

  /** The end of a one-off: some time from now, within what a calendar can mean. */
  private Instant until(String text) {
    try {
      var until = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
      if (until.isAfter(clock.instant()) && until.isBefore(LATEST)) {
        return until;
      }
    } catch (DateTimeParseException e) {
      // A leap second, which the contract's format lets through.
    }
    throw faulty(Fault.at("/until", "is not a time to come"));
  }

  List<OneOffs.Grant> oneOffs(Handle handle, Actor actor, RecordType type) {
    return oneOffs.open(handle, actor.participant(), type.name(), clock.instant());
  }

  Desk.Shown proposeOneOff(
      Handle handle,
      Actor actor,
      RecordType type,
      JsonNode wish,
      Optional<Call.Creation> creation) {
    var own = reads.own(handle, actor, type, wish.path("record").asText());
    var row = records.find(handle, actor.participant(), own.id()).orElseThrow();
    if (row.isDraft()) {
      throw Problem.notPossible(row.status(), Acts.possible(type, row));
    }
    var recipient = recipient(rehearsals.inForce(handle, actor.participant(), type), wish);
    var until = until(wish.path("until").asText());
    var content =
        Json.object()
            .put("recordType", type.name())
            .put("recipient", recipient.code())
            .put("level", wish.path("level").asText())
            .put("until", until.toString());
    var id =
        idempotency.once(
            handle,
            creation,
            () ->
                desk.propose(
                    handle,
                    actor,
                    new Desk.Wish(
                        OneOffProposals.TYPE,
                        row.agency(),
                        own.id(),
                        own.etag(),
                        content,
                        wish.path("reason").asText())));
    return desk.show(handle, actor, id);
  }

  OneOffs.Grant end(Handle handle, Actor actor, RecordType type, UUID id) {
    return acts.endGrant(handle, actor, type, id);
  }

  void stop(Handle handle, Actor actor, RecordType type, String reason) {
    acts.stop(handle, actor, type, reason);
  }

  Desk.Shown proposeRestart(
      Handle handle,
      Actor actor,
      RecordType type,
      String reason,
      Optional<Call.Creation> creation) {
    if (!rehearsals.inForce(handle, actor.participant(), type).stopped()) {
      throw Problem.notPossible("RELEASING", List.of("stop"));
    }
    var content = Json.object().put("recordType", type.name());
    var id =
        idempotency.once(
            handle,
            creation,
            () ->
                desk.propose(
                    handle,
                    actor,
                    new Desk.Wish(
                        PolicyProposals.RESTART, actor.agency(), null, null, content, reason)));
    return desk.show(handle, actor, id);
  }

  private static Participant recipient(Bench bench, JsonNode named) {
    return bench.recipients().stream()
        .filter(it -> it.code().equals(named.path("recipient").asText()))
        .findFirst()
        .orElseThrow(() -> faulty(Fault.at("/recipient", "is not one who could receive it")));
  }

  private static Problem faulty(Fault fault) {
    return Problem.meaningless(List.of(fault));
  }
}
