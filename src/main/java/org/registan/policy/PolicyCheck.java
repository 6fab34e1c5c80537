package org.registan.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.registan.access.Audience;
import org.registan.access.Condition;
import org.registan.access.Policy;
import org.registan.access.Rule;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.web.Fault;

/** What does not hold together in a release policy that fits the contract. */
final class PolicyCheck {

  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

  private final Map<String, List<String>> groups;
  private final Set<String> participants;
  private final Set<String> attributes;
  private final List<Fault> faults = new ArrayList<>();

  private PolicyCheck(Policy policy, Set<String> participants, Set<String> attributes) {
    this.groups = policy.groups() == null ? Map.of() : policy.groups();
    this.participants = participants;
    this.attributes = attributes;
  }

  static List<Fault> faults(Policy policy, Set<String> participants, Set<String> attributes) {
    var check = new PolicyCheck(policy, participants, attributes);
    check.groups.forEach(check::group);
    for (int i = 0; i < policy.rules().size(); i++) {
      check.rule(policy.rules().get(i), "/rules/" + i);
    }
    return check.faults;
  }

  /** What keeps a group from having this name and these members. */
  static List<Fault> ofGroup(String name, List<String> members, List<String> participants) {
    var check = new PolicyCheck(Policy.NONE, Set.copyOf(participants), Set.of());
    if (!GROUP.matcher(name).matches()) {
      check.faults.add(Fault.in("group", "is no name for a group"));
    }
    check.known(members, "/members");
    return check.faults;
  }

  private void group(String name, List<String> members) {
    var at = Json.pointer("/groups", name);
    if (!GROUP.matcher(name).matches()) {
      fault(at, "is no name for a group");
    }
    known(members, at);
  }

  private void rule(Rule rule, String at) {
    var level = rule.level();
    switch (rule.effect()) {
      case PERMIT -> {
        if (level == null) {
          fault(at + "/level", "is missing");
        }
      }
      case LIMIT -> {
        if (level != Level.CONTACT && level != Level.CORE) {
          fault(at + "/level", "must be CONTACT or CORE in a limit");
        }
      }
      case FORBID -> {
        if (level != null) {
          fault(at + "/level", "has no place where all is forbidden");
        }
      }
    }
    audience(rule.to(), at + "/to");
    var when = rule.when() == null ? List.<Condition>of() : rule.when();
    for (int i = 0; i < when.size(); i++) {
      condition(when.get(i), at + "/when/" + i);
    }
  }

  private void audience(Audience to, String at) {
    if (to.participants() != null) {
      known(to.participants(), at + "/participants");
    }
    var named = to.groups() == null ? List.<String>of() : to.groups();
    for (int i = 0; i < named.size(); i++) {
      if (!groups.containsKey(named.get(i))) {
        fault(at + "/groups/" + i, "is not a group of this policy");
      }
    }
  }

  private void condition(Condition condition, String at) {
    var subjects =
        Stream.of(condition.attribute(), condition.recipient(), condition.reciprocity())
            .filter(java.util.Objects::nonNull)
            .count();
    var tests =
        Stream.of(condition.in(), condition.notIn(), condition.isRecipient())
            .filter(java.util.Objects::nonNull)
            .count();
    if (subjects != 1) {
      fault(at, "needs exactly one of attribute, recipient, reciprocity");
    } else if (tests != (condition.reciprocity() == null ? 1 : 0)) {
      fault(at, "needs exactly one of in, notIn, isRecipient; reciprocity needs none");
    }
    if (condition.attribute() != null && !attributes.contains(condition.attribute())) {
      fault(at + "/attribute", "is not an attribute of this kind of record");
    }
    if (condition.recipient() != null && condition.isRecipient() != null) {
      fault(at + "/isRecipient", "is a test on an attribute");
    }
  }

  private void known(List<String> codes, String at) {
    for (int i = 0; i < codes.size(); i++) {
      if (!participants.contains(codes.get(i))) {
        fault(at + "/" + i, "is not a participant");
      }
    }
  }

  private void fault(String at, String detail) {
    faults.add(Fault.at(at, detail));
  }
}
