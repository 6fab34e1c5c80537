package org.registan.chaos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.registan.chaos.Wire.Caller;
import org.registan.chaos.Wire.Request;
import org.registan.controllist.Editions;
import org.registan.implementation.Documents;
import org.registan.implementation.MatrixSamples;
import org.registan.kernel.Json;

/** What the API says when nothing moves, held against what writers and pullers know. */
final class FullRead {
  private static final String OF_THE_ONBOARDING = "state.register-client";

  private static final List<String> KINDS =
      List.of("/v1/denials", Documents.PATH, MatrixSamples.PATH, Editions.PATH);

  private final Wire wire;
  private final Pages pages;
  private final Findings findings;

  FullRead(Wire wire, Findings findings) {
    this.wire = wire;
    this.pages = new Pages(wire, findings);
    this.findings = findings;
  }

  /** The folded feed is the full read, byte for byte, by the list and one by one. */
  void compare(Puller puller) {
    puller.catchUp();
    var caller = puller.caller();
    var listed = new HashMap<String, String>();
    KINDS.forEach(it -> listed.putAll(listed(caller, it)));
    var copies = puller.copies();
    copies.forEach((id, copy) ->
        findings.same(listed.getOrDefault(id, "nothing"), copy, "%s folded record %s", caller, id));
    listed.keySet().stream()
        .filter(id -> !copies.containsKey(id))
        .forEach(id -> findings.violation("%s: the feed never brought %s", caller, id));
    findings.most("records a puller holds", copies.size());
    findings.count("folds compared");
  }

  /** The list of one kind, which single reads and the export are too. */
  private Map<String, String> listed(Caller caller, String path) {
    var listed = pages.of(caller, path + "?limit=200");
    listed.forEach((id, item) ->
        findings.same(item, wire.get(caller, path + "/" + id).text(), "%s read of %s", caller, id));
    findings.same(new TreeSet<>(listed.values()), exported(caller, path), "%s export", caller);
    return listed;
  }

  /** Every line of an export but the last, which says how many they are. */
  private Set<String> exported(Caller caller, String path) {
    var accept = Map.of("Accept", "application/x-ndjson");
    var lines = wire.send(caller, new Request("GET", path, accept, "")).text().lines().toList();
    var last = Json.parse(lines.getLast()).path("count").asInt(-1);
    findings.same(lines.size() - 1, last, "%s count of an export", caller);
    return new TreeSet<>(lines.subList(0, lines.size() - 1));
  }

  /** Every acknowledged record and decision is there, and nothing else is. */
  void compare(Writer writer) {
    var officer = new Caller(writer.state(), "officer");
    var known = writer.known();
    var own = "/v1/denials?limit=200&owner=" + writer.state();
    var all = new HashMap<>(pages.of(officer, own));
    all.putAll(pages.of(officer, "/v1/denials?limit=200&status=DRAFT"));
    findings.same(
        new TreeMap<>(known.records()).keySet(),
        new TreeMap<>(all).keySet(),
        "records of %s",
        writer.state());
    known.records().values().forEach(record -> compare(officer, record));
    known
        .thrownAway()
        .forEach(id ->
            findings.same(
                404, wire.get(officer, "/v1/denials/" + id).status(), "thrown away %s", id));
    findings.same(
        new TreeMap<>(known.proposals()),
        new TreeMap<>(proposals(officer, known)),
        "proposals of %s",
        writer.state());
  }

  private void compare(Caller officer, Known.Own record) {
    var answer = wire.get(officer, record.path());
    findings.same(200, answer.status(), "acknowledged record %s", record);
    if (answer.status() == 200) {
      var now = answer.json();
      findings.same(record.etag(), answer.etag(), "entity tag of %s", record);
      findings.same(record.version(), now.path("version").asInt(), "version of %s", record);
      findings.same(record.status(), now.path("status").asText(), "status of %s", record);
    }
  }

  private Map<String, String> proposals(Caller officer, Known known) {
    var states = new HashMap<String, String>();
    pages
        .of(officer, "/v1/proposals?limit=200")
        .forEach((id, text) -> {
          var proposal = Json.parse(text);
          if (known.proposals().containsKey(id)
              || !proposal.path("type").asText().equals(OF_THE_ONBOARDING)) {
            states.put(id, proposal.path("state").asText());
          }
        });
    return states;
  }
}
