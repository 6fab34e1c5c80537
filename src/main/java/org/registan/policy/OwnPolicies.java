package org.registan.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.registan.access.Policies;
import org.registan.access.Policy;
import org.registan.approval.Desk;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.kernel.Actor;
import org.registan.kernel.Digest;
import org.registan.kernel.Json;
import org.registan.ledger.Bench;
import org.registan.ledger.Rehearsals;
import org.registan.ledger.Sharing;
import org.registan.participant.Participant;
import org.registan.record.RecordType;
import org.registan.record.RecordTypes;
import org.registan.web.Call;
import org.registan.web.Problem;

/** A state's own release policies: the one in force, its versions, the draft. */
@ApplicationScoped
class OwnPolicies {

  private final Policies policies;
  private final Rehearsals rehearsals;
  private final RecordTypes types;
  private final Sharing sharing;
  private final Audit audit;

  OwnPolicies(
      Policies policies, Rehearsals rehearsals, RecordTypes types, Sharing sharing, Audit audit) {
    this.policies = policies;
    this.rehearsals = rehearsals;
    this.types = types;
    this.sharing = sharing;
    this.audit = audit;
  }

  /** A draft as it stands. */
  record Draft(String json) {

    String etag() {
      return "\"" + Digest.of(json).substring(0, 22) + "\"";
    }
  }

  RecordType type(String name) {
    return types.find(name).orElseThrow(Problem::notFound);
  }

  ObjectNode inForce(Handle handle, Actor actor, RecordType type) {
    log(handle, "policy.read", actor, type);
    var bench = rehearsals.inForce(handle, actor.participant(), type);
    return view(bench.policy(), bench);
  }

  List<ObjectNode> versions(Handle handle, Actor actor, RecordType type) {
    log(handle, "policy.read", actor, type);
    var bench = rehearsals.inForce(handle, actor.participant(), type);
    return policies.of(handle, actor.participant(), type.name()).stream()
        .map(it -> view(it, bench))
        .toList();
  }

  private static ObjectNode view(Policies.Version version, Bench bench) {
    var view =
        Json.object()
            .put("version", version.number())
            .put("inForce", version.number() == bench.policy().number())
            .put("stopped", bench.stopped());
    if (version.number() > 0) {
      view.put("approvedAt", version.approvedAt().toString());
      var everyone = view.putArray("everyone");
      version.snapshot().everyone().stream()
          .filter(it -> !it.equals(bench.owner()))
          .sorted()
          .forEach(everyone::add);
      view.set("policy", Json.tree(version.policy()));
    }
    return view;
  }

  Draft read(Handle handle, Actor actor, RecordType type) {
    log(handle, "policy.read-draft", actor, type);
    return draft(handle, actor, type).orElseThrow(Problem::notFound);
  }

  Optional<Draft> draft(Handle handle, Actor actor, RecordType type) {
    return policies.draft(handle, actor.participant(), type.name()).map(Draft::new);
  }

  /** Writes the draft, over the one that was read if there is one. */
  Draft put(Handle handle, Actor actor, RecordType type, JsonNode body, Call call) {
    sharing.begin(handle, actor.participant(), type);
    draft(handle, actor, type).ifPresent(it -> call.requireMatch(it.etag()));
    checked(handle, actor, type, body);
    var text = Json.write(body);
    policies.putDraft(handle, actor.participant(), type.name(), text);
    log(handle, "policy.draft", actor, type);
    return new Draft(text);
  }

  void drop(Handle handle, Actor actor, RecordType type, Call call) {
    sharing.begin(handle, actor.participant(), type);
    var draft = draft(handle, actor, type).orElseThrow(Problem::notFound);
    call.requireMatch(draft.etag());
    policies.dropDraft(handle, actor.participant(), type.name());
    log(handle, "policy.drop-draft", actor, type);
  }

  /** The wish to adopt the draft as it was read. */
  Desk.Wish adoption(Handle handle, Actor actor, RecordType type, String reason, Call call) {
    var draft = draft(handle, actor, type).orElseThrow(Problem::notFound);
    call.requireMatch(draft.etag());
    var content = Json.object().put("recordType", type.name());
    content.set("policy", Json.parse(draft.json()));
    return new Desk.Wish(PolicyProposals.ADOPT, actor.agency(), null, null, content, reason);
  }

  /** What a policy would change, counted. */
  ObjectNode rehearse(Handle handle, Actor actor, RecordType type, JsonNode body) {
    log(handle, "policy.rehearse", actor, type);
    var policy = checked(handle, actor, type, body);
    return counts(handle, actor.participant(), type, policy);
  }

  ObjectNode counts(Handle handle, String owner, RecordType type, Policy policy) {
    var inForce = rehearsals.inForce(handle, owner, type);
    var target =
        inForce.under(
            new Policies.Version(
                owner,
                0,
                policy,
                org.registan.ledger.Benches.snapshot(inForce.participants()),
                java.time.Instant.EPOCH),
            inForce.stopped());
    return rehearsals.counts(handle, inForce, target, type);
  }

  /** What taking the stop switch back would change, counted. */
  ObjectNode countsOfRestart(Handle handle, String owner, RecordType type) {
    var stopped = rehearsals.inForce(handle, owner, type);
    return rehearsals.counts(handle, stopped, stopped.under(stopped.policy(), false), type);
  }

  private void log(Handle handle, String event, Actor actor, RecordType type) {
    audit.write(handle, Event.administration(event, actor, Map.of("type", type.name())));
  }

  private Policy checked(Handle handle, Actor actor, RecordType type, JsonNode body) {
    var policy = Json.to(body, Policy.class);
    var known =
        rehearsals.inForce(handle, actor.participant(), type).participants().stream()
            .filter(Participant::receives)
            .map(Participant::code)
            .collect(Collectors.toSet());
    var faults = PolicyCheck.faults(policy, known, type.attributes());
    if (!faults.isEmpty()) {
      throw Problem.meaningless(faults);
    }
    return policy;
  }
}
