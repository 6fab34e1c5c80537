package org.registan.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A policy in force.
 *
 * @param policy in the contract's form {@code Policy}
 * @param atApproval the facts when its version was approved
 */
public record Adopted(JsonNode policy, Facts atApproval) {

  /** The same with other members in one group; nobody else is confirmed by that. */
  Adopted regrouped(String group, List<String> members) {
    ObjectNode regrouped = policy.deepCopy();
    var list = regrouped.withObject("/groups").putArray(group);
    members.forEach(list::add);
    return new Adopted(regrouped, atApproval);
  }
}
