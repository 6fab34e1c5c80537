package org.registan.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.registan.chaos.Known.Own;
import org.registan.kernel.Json;

/** One state's registers, moved in as files while servers are killed. */
final class Registers {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PATH = "/v1/denials/imports";
  private static final String WHY = "{\"reason\": \"The register\"}";

  private final String state;
  private final Wire wire;
  private final Known known;
  private final Findings findings;
  private final Random chance;
  private final Contents contents;
  private final Approvals approvals;

  Registers(
      String state,
      Wire wire,
      Known known,
      Findings findings,
      Random chance,
      Contents contents,
      Approvals approvals) {
    this.state = state;
    this.wire = wire;
    this.known = known;
    this.findings = findings;
    this.chance = chance;
    this.contents = contents;
    this.approvals = approvals;
  }

  /** Brings a file in to its end: each of its records is there once, and as its file has it. */
  void bring() {
    var records = 5 + chance.nextInt(30);
    var file = new StringBuilder();
    for (int i = 0; i < records; i++) {
      var denial = contents.denial().put("nationalReference", "R-" + chance.nextLong());
      file.append(Json.write(denial)).append('\n');
    }
    var lines = Map.of("Content-Type", "application/x-ndjson");
    var path = PATH + "/" + approvals.create("officer", PATH, lines, file.toString(), 202).id();
    var drafted = await(path, "DRAFTED", records, "drafted");
    if (chance.nextInt(4) == 0) {
      findings.count("imports left as drafts");
    } else {
      var match = Map.of("If-Match", drafted.etag());
      var proposal = approvals.propose("officer", path + "/notify", match, WHY);
      if (approvals.approve(proposal)) {
        await(path, "NOTIFIED", records, "notified");
      } else {
        findings.violation("%s %s could not be approved", state, path);
      }
    }
    remember(path, records);
    findings.count("acts");
    findings.count("act: import");
  }

  private Wire.Answer await(String path, String end, int records, String outcome) {
    var deadline = Instant.now().plus(PATIENCE);
    var answer = wire.get(approvals.as("officer"), path);
    while (!answer.json().path("state").asText().equals(end) && Instant.now().isBefore(deadline)) {
      Wire.pause();
      answer = wire.get(approvals.as("officer"), path);
    }
    findings.same(end, answer.json().path("state").asText(), "%s %s", state, path);
    findings.same(
        records, answer.json().at("/records/" + outcome).asInt(), "%s %s %s", state, path, outcome);
    return answer;
  }

  private void remember(String path, int records) {
    var report = wire.get(approvals.as("officer"), path + "/report?limit=200").json();
    findings.same(records, report.path("items").size(), "%s %s report", state, path);
    for (var line : report.path("items")) {
      var id = line.path("record").asText();
      var answer = wire.get(approvals.as("officer"), "/v1/denials/" + id);
      findings.same(200, answer.status(), "%s imported record %s", state, id);
      known.put(Own.of(id, answer));
    }
  }
}
