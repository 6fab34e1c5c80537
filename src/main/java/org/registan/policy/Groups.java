package org.registan.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.registan.access.Policies;
import org.registan.access.Policy;
import org.registan.approval.Desk;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Bench;
import org.registan.ledger.Rehearsals;
import org.registan.participant.Participant;
import org.registan.record.RecordType;
import org.registan.web.Fault;
import org.registan.web.Problem;

/**
 * The named groups of a state's policy in force. Another membership is another version of the
 * policy, which leaves rules and {@code everyone} as they were approved.
 */
@ApplicationScoped
class Groups {

  private static final int MOST = 50;

  private final Rehearsals rehearsals;
  private final NewVersions versions;
  private final OwnPolicies own;
  private final Database database;
  private final Audit audit;

  Groups(
      Rehearsals rehearsals,
      NewVersions versions,
      OwnPolicies own,
      Database database,
      Audit audit) {
    this.rehearsals = rehearsals;
    this.versions = versions;
    this.own = own;
    this.database = database;
    this.audit = audit;
  }

  /** Other members for a group of one policy version. */
  record Change(String group, List<String> members, int policyVersion) {

    static Change of(JsonNode content) {
      return new Change(
          content.path("group").asText(),
          content.path("members").valueStream().map(JsonNode::asText).toList(),
          content.path("policyVersion").asInt());
    }
  }

  /** The wish that a group, old or new, have exactly these members. */
  Desk.Wish wish(Handle handle, Actor actor, RecordType type, String group, JsonNode asked) {
    var inForce = rehearsals.inForce(handle, actor.participant(), type);
    check(inForce, group, Change.of(asked).members());
    var content =
        Json.object()
            .put("recordType", type.name())
            .put("group", group)
            .put("policyVersion", inForce.policy().number());
    content.set("members", asked.path("members"));
    return new Desk.Wish(
        GroupProposals.TYPE, actor.agency(), null, null, content, asked.path("reason").asText());
  }

  boolean isOfPolicyInForce(Handle handle, String owner, RecordType type, Change change) {
    return rehearsals.inForce(handle, owner, type).policy().number() == change.policyVersion();
  }

  ObjectNode counts(Handle handle, String owner, RecordType type, Change change) {
    var inForce = rehearsals.inForce(handle, owner, type);
    var now = inForce.policy();
    var target =
        new Policies.Version(
            owner, 0, regrouped(inForce, change), now.snapshot(), now.approvedAt());
    return rehearsals.counts(handle, inForce, inForce.under(target, inForce.stopped()), type);
  }

  /** Gives the group its members, if the policy is still the one that the change was made for. */
  void adopt(Actor actor, RecordType type, Change change, Consumer<Handle> claim) {
    database.run(
        handle -> requireSame(rehearsals.inForce(handle, actor.participant(), type), change));
    versions.adopt(
        "policy.change-group",
        actor,
        type,
        inForce -> {
          requireSame(inForce, change);
          return new NewVersions.Content(regrouped(inForce, change), inForce.policy().snapshot());
        },
        claim,
        (handle, owners, flipped) -> {});
  }

  /** The same by one person at once, where nobody can get more by it. */
  ObjectNode narrow(Actor actor, RecordType type, String group, JsonNode asked) {
    var members = Change.of(asked).members();
    var before =
        database.act(handle -> {
          var inForce = rehearsals.inForce(handle, actor.participant(), type);
          requireNarrower(inForce, group, members);
          return inForce;
        });
    if (Set.copyOf(groups(before).get(group)).equals(Set.copyOf(members))) {
      return database.act(handle -> own.inForce(handle, actor, type)); // nothing to release anew
    }
    adopt(
        actor,
        type,
        new Change(group, members, before.policy().number()),
        handle ->
            audit.write(
                handle,
                new Event(
                    "policy.narrow-group",
                    actor,
                    List.of(),
                    Map.of("type", type.name(), "group", group),
                    Map.of("reason", asked.path("reason").asText()))));
    return database.act(handle -> own.inForce(handle, actor, type));
  }

  private static void requireNarrower(Bench inForce, String group, List<String> members) {
    if (!groups(inForce).containsKey(group)) {
      throw Problem.notFound();
    }
    check(inForce, group, members);
    if (!inForce.policy().policy().onlyNarrows(group, members)) {
      throw Problem.meaningless(List.of(Fault.at("/members", "would widen what is released")));
    }
  }

  private static void check(Bench inForce, String group, List<String> members) {
    var known = inForce.participants().stream().filter(Participant::receives);
    var faults = PolicyCheck.ofGroup(group, members, known.map(Participant::code).toList());
    if (!faults.isEmpty()) {
      throw Problem.meaningless(faults);
    }
    if (!groups(inForce).containsKey(group) && groups(inForce).size() >= MOST) {
      throw Problem.meaningless(List.of(Fault.in("group", "is one more than " + MOST)));
    }
  }

  private static void requireSame(Bench inForce, Change change) {
    if (inForce.policy().number() != change.policyVersion()) {
      throw Problem.notPossible("POLICY_CHANGED", List.of());
    }
  }

  private static Policy regrouped(Bench inForce, Change change) {
    return inForce.policy().policy().regrouped(change.group(), change.members());
  }

  private static Map<String, List<String>> groups(Bench inForce) {
    var groups = inForce.policy().policy().groups();
    return groups == null ? Map.of() : groups;
  }
}
