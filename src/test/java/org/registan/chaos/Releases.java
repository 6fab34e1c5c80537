package org.registan.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.registan.chaos.Wire.Caller;
import org.registan.kernel.Json;

/** The policy in force, its groups too, is the one last acknowledged, and others see by it. */
final class Releases {
  private static final String POLICY = "/v1/policies/denial";

  private final Wire wire;
  private final Findings findings;
  private final Pages pages;

  Releases(Wire wire, Findings findings) {
    this.wire = wire;
    this.findings = findings;
    this.pages = new Pages(wire, findings);
  }

  void compare(Writer writer) {
    var owner = writer.state();
    var officer = new Caller(owner, "officer");
    var inForce = wire.get(officer, POLICY).json();
    var policy = inForce.path("policy") instanceof ObjectNode some ? some : Json.object();
    findings.same(writer.known().policy(), policy, "policy of %s", owner);
    var oneOffs = wire.get(officer, POLICY + "/one-offs").json().path("items");
    var given = new Given(policy, inForce.path("stopped").asBoolean(), oneOffs);
    var own = pages.of(officer, "/v1/denials?limit=200&owner=" + owner).values();
    for (var partner : Writer.STATES) {
      if (!partner.equals(owner)) {
        var seen = seen(owner, partner);
        own.stream()
            .map(Json::parse)
            .filter(it -> !it.path("status").asText().equals("DRAFT"))
            .forEach(it -> compare(given, it, partner, seen));
      }
    }
  }

  private Map<String, String> seen(String owner, String partner) {
    var seen = new HashMap<String, String>();
    pages
        .of(new Caller(partner, "officer"), "/v1/denials?limit=200&owner=" + owner)
        .forEach((id, text) -> seen.put(id, Json.parse(text).path("disclosure").asText()));
    return seen;
  }

  private void compare(Given given, JsonNode record, String partner, Map<String, String> seen) {
    var id = record.path("id").asText();
    var level = seen.getOrDefault(id, "NONE");
    if (!given.of(record, partner).has(level)) {
      findings.violation("%s sees %s at %s: %s, %s", partner, id, level, given, record);
    }
    findings.count("releases compared: " + level);
  }
}
