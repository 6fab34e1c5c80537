package org.registan.challenge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.registan.approval.Proposal;
import org.registan.approval.ProposalType;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.audit.Mention;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Acts;
import org.registan.ledger.Seen;
import org.registan.ledger.Sights;
import org.registan.record.RecordType;
import org.registan.record.RecordTypes;
import org.registan.web.Problem;

/** Proposals to answer a challenge of an own record: {@code answer.denial}. */
@ApplicationScoped
class AnswerProposals implements ProposalType {

  private static final String KIND = "answer.";

  private final Database database;
  private final RecordTypes types;
  private final Acts acts;
  private final Sights sights;
  private final Challenges challenges;
  private final Audit audit;
  private final Clock clock;

  AnswerProposals(
      Database database,
      RecordTypes types,
      Acts acts,
      Sights sights,
      Challenges challenges,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.types = types;
    this.acts = acts;
    this.sights = sights;
    this.challenges = challenges;
    this.audit = audit;
    this.clock = clock;
  }

  static String type(RecordType type) {
    return KIND + type.name();
  }

  @Override
  public boolean handles(String type) {
    return type.startsWith(KIND);
  }

  /** Whom it tells, and at which level that participant sees the record of which it speaks. */
  @Override
  public ObjectNode effect(Handle handle, Proposal proposal) {
    var tag = acts.tag(handle, proposal.owner(), type(proposal), proposal.recordId());
    if (!tag.equals(proposal.recordTag())) {
      return Json.object().put("stale", true);
    }
    var challenge = challenge(handle, proposal);
    var sight = sights.of(handle, challenge.challenger(), type(proposal), challenge.record());
    if (challenge.answer() != null || sight.isEmpty()) {
      return Json.object().put("stale", true);
    }
    return Json.object()
        .put("tells", challenge.challenger())
        .put("atLevel", sight.get().level().name());
  }

  @Override
  public void carryOut(Proposal proposal, Actor approver, Consumer<Handle> claim) {
    database.run(handle -> {
      acts.begin(handle, proposal.owner(), type(proposal));
      claim.accept(handle);
      var challenge = challenge(handle, proposal);
      var sight = requireAnswerable(handle, type(proposal), challenge);
      var text = proposal.content().path("text").asText();
      var answer = new Challenge.Answer(text, sight.level(), clock.instant());
      if (!challenges.answer(handle, challenge, answer)) {
        throw Problem.notPossible(Challenge.State.ANSWERED.name(), List.of());
      }
      var told =
          new Mention(
              "challenge",
              challenge.id(),
              challenge.challenger(),
              challenge.version(),
              challenge.level());
      audit.write(handle, Event.act("challenge.answer", approver, told, proposal.reason()));
    });
  }

  /** What the challenger sees of the record, of which the owner may say more now. */
  Seen requireAnswerable(Handle handle, RecordType type, Challenge challenge) {
    if (challenge.answer() != null) {
      throw Problem.notPossible(Challenge.State.ANSWERED.name(), List.of());
    }
    var sight =
        sights
            .of(handle, challenge.challenger(), type, challenge.record())
            .orElseThrow(() -> Problem.notPossible(Challenge.State.UNSHARED.name(), List.of()));
    Challenging.requireStanding(sight);
    return sight;
  }

  private Challenge challenge(Handle handle, Proposal proposal) {
    var id = UUID.fromString(proposal.content().path("challenge").asText());
    return challenges
        .find(handle, proposal.owner(), proposal.recordId(), id)
        .orElseThrow(Problem::notFound);
  }

  private RecordType type(Proposal proposal) {
    return types.named(proposal.type().substring(KIND.length()));
  }
}
