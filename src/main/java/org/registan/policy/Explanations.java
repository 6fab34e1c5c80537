package org.registan.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.registan.access.Policies;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Bench;
import org.registan.ledger.Reads;
import org.registan.ledger.Rehearsals;
import org.registan.participant.Participant;
import org.registan.record.RecordType;
import org.registan.record.Records;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** Why a recipient has a record at its level: the owner asks, the judge gives its reasons. */
@ApplicationScoped
class Explanations {

  private final Rehearsals rehearsals;
  private final Policies policies;
  private final Reads reads;
  private final Records records;
  private final Audit audit;

  Explanations(
      Rehearsals rehearsals, Policies policies, Reads reads, Records records, Audit audit) {
    this.rehearsals = rehearsals;
    this.policies = policies;
    this.reads = reads;
    this.records = records;
    this.audit = audit;
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

  /** The participant that a question or wish names. */
  static Participant recipient(Bench bench, JsonNode named) {
    return bench.recipients().stream()
        .filter(it -> it.code().equals(named.path("recipient").asText()))
        .findFirst()
        .orElseThrow(() -> faulty(Fault.at("/recipient", "is not one who could receive it")));
  }

  private static Problem faulty(Fault fault) {
    return Problem.meaningless(List.of(fault));
  }
}
