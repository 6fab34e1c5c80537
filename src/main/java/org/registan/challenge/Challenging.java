package org.registan.challenge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.registan.approval.Desk;
import org.registan.codes.CodeLists;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Ids;
import org.registan.ledger.Reads;
import org.registan.ledger.Seen;
import org.registan.ledger.Sights;
import org.registan.record.RecordType;
import org.registan.record.Records;
import org.registan.record.Status;
import org.registan.web.Call;
import org.registan.web.Fault;
import org.registan.web.Idempotency;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/**
 * What recipients and owners say to each other about a record. Both are proposals, as words leave
 * the state; checks come in the order of DESIGN 10.
 */
@ApplicationScoped
class Challenging {

  private static final String GROUNDS = "challenge-grounds";
  private static final String OTHER = "OTHER";

  private final Database database;
  private final Reads reads;
  private final Records records;
  private final Sights sights;
  private final Challenges challenges;
  private final AnswerProposals answers;
  private final CodeLists codes;
  private final Desk desk;
  private final Idempotency idempotency;
  private final Clock clock;

  Challenging(
      Database database,
      Reads reads,
      Records records,
      Sights sights,
      Challenges challenges,
      AnswerProposals answers,
      CodeLists codes,
      Desk desk,
      Idempotency idempotency,
      Clock clock) {
    this.database = database;
    this.reads = reads;
    this.records = records;
    this.sights = sights;
    this.challenges = challenges;
    this.answers = answers;
    this.codes = codes;
    this.desk = desk;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /** What someone wants said, and how it was asked for. */
  record Said(Actor actor, Call call, JsonNode request, Optional<Call.Creation> creation) {

    String reason() {
      return request.path("reason").asText();
    }
  }

  Desk.Shown raise(Said said, RecordType type, String name) {
    return database.act(handle -> {
      var seen = reads.foreign(handle, said.actor(), type, name);
      return proposed(handle, said, () -> propose(handle, said, type, seen));
    });
  }

  private String propose(Handle handle, Said said, RecordType type, Seen seen) {
    said.call().requireMatch(seen.etag());
    requireUnchanged(handle, said, type, seen);
    requireStanding(seen);
    var faults = faults(said.request());
    if (!faults.isEmpty()) {
      throw Problem.meaningless(faults);
    }
    return desk.propose(
        handle,
        said.actor(),
        new Desk.Wish(
            ChallengeProposals.type(type),
            said.actor().agency(),
            seen.id(),
            seen.etag(),
            said.request(),
            said.reason()));
  }

  /** Nothing but its frame is left of a record withdrawn in error. */
  static void requireStanding(Seen seen) {
    if (seen.status().equals(Status.ISSUED_IN_ERROR)) {
      throw Problem.notPossible(seen.status(), List.of());
    }
  }

  private List<Fault> faults(JsonNode request) {
    var faults = new ArrayList<Fault>();
    var ground = request.path("ground").asText();
    codes
        .refusal(GROUNDS, ground, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
        .ifPresent(it -> faults.add(Fault.at("/ground", it)));
    if (ground.equals(OTHER) && request.path("text").asText().isBlank()) {
      faults.add(Fault.at("/text", "is needed where the ground is OTHER"));
    }
    return faults;
  }

  Desk.Shown answer(Said said, RecordType type, String name, String challenge) {
    return database.act(handle -> {
      var own = reads.own(handle, said.actor(), type, name);
      return proposed(handle, said, () -> propose(handle, said, type, own, challenge));
    });
  }

  private String propose(Handle handle, Said said, RecordType type, Seen own, String name) {
    var owner = said.actor().participant();
    var challenge =
        Ids.parse(name)
            .flatMap(it -> challenges.find(handle, owner, own.id(), it))
            .orElseThrow(Problem::notFound);
    said.call().requireMatch(own.etag());
    requireUnchanged(handle, said, type, own);
    answers.requireAnswerable(handle, type, challenge);
    ObjectNode content = said.request().deepCopy();
    return desk.propose(
        handle,
        said.actor(),
        new Desk.Wish(
            AnswerProposals.type(type),
            records.find(handle, owner, own.id()).orElseThrow(Problem::notFound).agency(),
            own.id(),
            own.etag(),
            content.put("challenge", challenge.id().toString()),
            said.reason()));
  }

  /** The record is as it was read; what an erasure would miss is not put beside it meanwhile. */
  private void requireUnchanged(Handle handle, Said said, RecordType type, Seen seen) {
    var record = records.share(handle, seen.owner(), seen.id());
    var now = record.flatMap(it -> sights.of(handle, said.actor().participant(), type, it.id()));
    if (!now.map(Seen::etag).equals(Optional.of(seen.etag()))) {
      throw Problem.of(ProblemType.IF_MATCH_FAILED, null);
    }
  }

  private Desk.Shown proposed(Handle handle, Said said, Supplier<String> propose) {
    return desk.show(handle, said.actor(), idempotency.once(handle, said.creation(), propose));
  }
}
