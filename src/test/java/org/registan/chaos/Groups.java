package org.registan.chaos;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.registan.chaos.Wire.Request;
import org.registan.kernel.Json;

/** Who is in the groups of a state's policy: changed by two people, narrowed by one at once. */
final class Groups extends Doings {
  private static final String TYPE = "denial";
  private static final String POLICY = "/v1/policies/" + TYPE;

  /** To which a rule gives, which a rule limits, and of which no rule speaks. */
  private static final List<String> NAMES = List.of("partners", "doubtful", "neighbours");

  private static final int TRIES = 8;

  Groups(Doings same) {
    super(same);
  }

  void change() {
    var group = contents.one(NAMES);
    var members = contents.some();
    findings.same(true, approvals.approve(proposed(group, members)), "%s %s changed", state, group);
    regrouped(group, members);
    done("change a group");
  }

  /** A policy that is adopted meanwhile stands, whether the change came before it or not at all. */
  void changeDuring(Policies policies) {
    var proposal = proposed(contents.one(NAMES), contents.some());
    policies.duringAdoption(() -> {
      if (!approvals.approve(proposal)) {
        approvals.discard(proposal);
        findings.count("changes of a group overtaken");
      }
    });
    requireInForce();
    done("change a group during an own flip");
  }

  /** Takes some out of those who are given to, or adds some to those who are limited. */
  void narrow() {
    var before = known.policy(TYPE).path("groups");
    var group = contents.one(NAMES);
    if (!before.has(group)) {
      return;
    }
    var had = new TreeSet<String>();
    before.path(group).forEach(it -> had.add(it.asText()));
    var members = new TreeSet<>(had);
    if (group.equals("partners")) {
      members.removeIf(it -> chance.nextBoolean());
    } else {
      members.addAll(contents.some());
    }
    narrow(group, List.copyOf(members));
    if (!members.equals(had)) {
      regrouped(group, List.copyOf(members)); // the same members stay as they are written
    }
    done("narrow a group");
  }

  /** Until it is answered; a flip of the upkeep may stand in the way. */
  private void narrow(String group, List<String> members) {
    var request = request("POST", path(group) + "/narrow", members);
    var answer = wire.send(as("releaser"), request);
    for (int attempt = 0; attempt < TRIES && answer.status() == 409; attempt++) {
      answer = wire.send(as("releaser"), request);
    }
    findings.same(200, answer.status(), "%s %s %s", state, request, answer.text());
  }

  private String proposed(String group, List<String> members) {
    return approvals.propose("state-admin", request("PUT", path(group), members));
  }

  private static String path(String group) {
    return POLICY + "/groups/" + group;
  }

  private static Request request(String method, String path, List<String> members) {
    var body = Json.object().put("reason", "As agreed");
    members.forEach(body.putArray("members")::add);
    return new Request(method, path, Map.of(), body.toString());
  }

  private void regrouped(String group, List<String> members) {
    var policy = known.policy(TYPE);
    policy.withArrayProperty("rules");
    members.forEach(policy.withObjectProperty("groups").putArray(group)::add);
    known.adopted(TYPE, policy);
    requireInForce();
  }

  private void requireInForce() {
    var inForce = read(POLICY).json();
    findings.same(known.policy(TYPE), inForce.path("policy"), "policy of %s", state);
  }
}
