package org.registan.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.registan.chaos.Wire.Caller;
import org.registan.kernel.Json;

/** The policy in force, its groups too, is the one last acknowledged, and others see by it. */
final class Releases {
  private final Wire wire;
  private final Findings findings;
  private final Pages pages;
  private final String type;
  private final String records;

  /** Of one kind of record, listed at a path. */
  Releases(Wire wire, Findings findings, String type, String records) {
    this.wire = wire;
    this.findings = findings;
    this.pages = new Pages(wire, findings);
    this.type = type;
    this.records = records;
  }

  void compare(Writer writer) {
    var owner = writer.state();
    var officer = new Caller(owner, "officer");
    var path = "/v1/policies/" + type;
    var inForce = wire.get(officer, path).json();
    var policy = inForce.path("policy") instanceof ObjectNode some ? some : Json.object();
    findings.same(writer.known().policy(type), policy, "%s policy of %s", type, owner);
    var oneOffs = wire.get(officer, path + "/one-offs").json().path("items");
    var given = new Given(policy, inForce.path("stopped").asBoolean(), oneOffs);
    var own = pages.of(officer, records + "?limit=200&owner=" + owner).values();
    for (var reader : readers(owner)) {
      var seen = seen(owner, reader);
      own.stream()
          .map(Json::parse)
          .filter(it -> !it.path("status").asText().equals("DRAFT"))
          .forEach(it -> compare(given, it, reader.participant(), seen));
    }
  }

  /** The other states, and the Committee. */
  static List<Caller> readers(String owner) {
    return Stream.concat(
            Writer.STATES.stream()
                .filter(it -> !it.equals(owner))
                .map(it -> new Caller(it, "officer")),
            Stream.of(Submitting.COMMITTEE))
        .toList();
  }

  private Map<String, String> seen(String owner, Caller reader) {
    var seen = new HashMap<String, String>();
    pages
        .of(reader, records + "?limit=200&owner=" + owner)
        .forEach((id, text) -> seen.put(id, Json.parse(text).path("disclosure").asText()));
    return seen;
  }

  private void compare(Given given, JsonNode record, String partner, Map<String, String> seen) {
    var id = record.path("id").asText();
    var level = seen.getOrDefault(id, "NONE");
    if (!given.of(record, partner).has(level)) {
      findings.violation("%s sees %s at %s: %s, %s", partner, id, level, given, record);
    }
    findings.count("releases of %s compared: %s".formatted(type, level));
  }
}
