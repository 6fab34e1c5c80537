package org.registan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The three policies of the tour, each different: between them they answer NONE, CORE and DETAIL.
 */
final class StarterPolicies {

  private StarterPolicies() {}

  /** By owner, in the contract's form. */
  static Map<String, JsonNode> all() {
    var policies = new LinkedHashMap<String, JsonNode>();
    Owners.ALL.forEach(owner -> policies.put(owner, DemoFiles.json("policy-" + owner + ".json")));
    return policies;
  }
}
