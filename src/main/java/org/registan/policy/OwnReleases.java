package org.registan.policy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.approval.Desk;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.OneOffs;
import org.registan.ledger.Reads;
import org.registan.ledger.Rehearsals;
import org.registan.ledger.Seen;
import org.registan.ledger.Sharing;
import org.registan.record.RecordType;
import org.registan.record.Records;
import org.registan.web.Call;
import org.registan.web.Fault;
import org.registan.web.Idempotency;
import org.registan.web.Problem;

/** A state's single decisions beside its policy: released once, stopped, taken up again. */
@ApplicationScoped
class OwnReleases {

  private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

  private final Rehearsals rehearsals;
  private final OneOffs oneOffs;
  private final Reads reads;
  private final Records records;
  private final Sharing sharing;
  private final Desk desk;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Clock clock;

  OwnReleases(
      Rehearsals rehearsals,
      OneOffs oneOffs,
      Reads reads,
      Records records,
      Sharing sharing,
      Desk desk,
      Idempotency idempotency,
      Audit audit,
      Clock clock) {
    this.rehearsals = rehearsals;
    this.oneOffs = oneOffs;
    this.reads = reads;
    this.records = records;
    this.sharing = sharing;
    this.desk = desk;
    this.idempotency = idempotency;
    this.audit = audit;
    this.clock = clock;
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
    throw Problem.meaningless(List.of(Fault.at("/until", "is not a time to come")));
  }

  List<OneOffs.Grant> oneOffs(Handle handle, Actor actor, RecordType type) {
    audit.write(handle, Event.administration("one-off.list", actor, Map.of("type", type.name())));
    return oneOffs.open(handle, actor.participant(), type.name(), clock.instant());
  }

  Desk.Shown proposeOneOff(
      Handle handle,
      Actor actor,
      RecordType type,
      JsonNode wish,
      Optional<Call.Creation> creation) {
    var own = reads.own(handle, actor, type, wish.path("record").asText());
    var id =
        idempotency.once(
            handle, creation, () -> desk.propose(handle, actor, oneOff(handle, type, own, wish)));
    return desk.show(handle, actor, id);
  }

  private Desk.Wish oneOff(Handle handle, RecordType type, Seen own, JsonNode wish) {
    var row = records.find(handle, own.owner(), own.id()).orElseThrow();
    if (row.isDraft()) {
      throw Problem.notPossible(row.status(), type.possible(row));
    }
    var recipient = Explanations.recipient(rehearsals.inForce(handle, own.owner(), type), wish);
    var content =
        Json.object()
            .put("recordType", type.name())
            .put("recipient", recipient.code())
            .put("level", wish.path("level").asText())
            .put("until", until(wish.path("until").asText()).toString());
    return new Desk.Wish(
        OneOffProposals.TYPE,
        row.agency(),
        own.id(),
        own.etag(),
        content,
        wish.path("reason").asText());
  }

  OneOffs.Grant end(Handle handle, Actor actor, RecordType type, UUID id) {
    return sharing.endGrant(handle, actor, type, id);
  }

  void stop(Handle handle, Actor actor, RecordType type, String reason) {
    sharing.stop(handle, actor, type, reason);
  }

  Desk.Shown proposeRestart(
      Handle handle,
      Actor actor,
      RecordType type,
      String reason,
      Optional<Call.Creation> creation) {
    var id =
        idempotency.once(
            handle,
            creation,
            () -> desk.propose(handle, actor, restart(handle, actor, type, reason)));
    return desk.show(handle, actor, id);
  }

  private Desk.Wish restart(Handle handle, Actor actor, RecordType type, String reason) {
    if (!rehearsals.inForce(handle, actor.participant(), type).stopped()) {
      throw Problem.notPossible("RELEASING", List.of("stop"));
    }
    var content =
        Json.object()
            .put("recordType", type.name())
            .put("stop", sharing.stops(handle, actor.participant(), type));
    return new Desk.Wish(PolicyProposals.RESTART, actor.agency(), null, null, content, reason);
  }
}
