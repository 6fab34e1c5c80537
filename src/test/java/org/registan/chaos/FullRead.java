package org.registan.chaos;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.registan.chaos.Wire.Caller;
import org.registan.kernel.Json;

/** What the API says when nothing moves, held against what writers and pullers know. */
final class FullRead {
  private static final String OF_THE_ONBOARDING = "state.register-client";

  private final Wire wire;
  private final Findings findings;

  FullRead(Wire wire, Findings findings) {
    this.wire = wire;
    this.findings = findings;
  }

  /** The folded feed is the full read, byte for byte, by the list and one by one. */
  void compare(Puller puller) {
    puller.catchUp();
    var caller = puller.caller();
    var listed = list(caller, "/v1/denials?limit=200");
    var copies = puller.copies();
    copies.forEach((id, copy) ->
        findings.same(listed.getOrDefault(id, "nothing"), copy, "%s folded record %s", caller, id));
    listed.keySet().stream()
        .filter(id -> !copies.containsKey(id))
        .forEach(id -> findings.violation("%s: the feed never brought %s", caller, id));
    listed.forEach((id, item) ->
        findings.same(
            item, wire.get(caller, "/v1/denials/" + id).text(), "%s read of %s", caller, id));
    findings.most("records a puller holds", copies.size());
    findings.count("folds compared");
  }

  /** Every acknowledged record and decision is there, and nothing else is. */
  void compare(Writer writer) {
    var officer = new Caller(writer.state(), "officer");
    var known = writer.known();
    var own = "/v1/denials?limit=200&owner=" + writer.state();
    var all = new HashMap<>(list(officer, own));
    all.putAll(list(officer, "/v1/denials?limit=200&status=DRAFT"));
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
        new TreeMap<>(proposals(officer)),
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

  private Map<String, String> proposals(Caller officer) {
    var states = new HashMap<String, String>();
    list(officer, "/v1/proposals?limit=200")
        .forEach((id, text) -> {
          var proposal = Json.parse(text);
          if (!proposal.path("type").asText().equals(OF_THE_ONBOARDING)) {
            states.put(id, proposal.path("state").asText());
          }
        });
    return states;
  }

  /** All pages of a list: each item's bytes by its id. */
  private Map<String, String> list(Caller caller, String path) {
    var items = new TreeMap<String, String>();
    var cursor = "";
    do {
      var page = wire.get(caller, path + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      for (var item : Raw.elements(page.text(), "items")) {
        var twice = items.put(Json.parse(item).path("id").asText(), item);
        if (twice != null) {
          findings.violation("%s %s: twice %s", caller, path, item);
        }
      }
      cursor = page.json().path("next").asText();
    } while (!cursor.isEmpty());
    return items;
  }
}
