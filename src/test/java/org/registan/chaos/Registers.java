package org.registan.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.registan.chaos.Known.Own;
import org.registan.kernel.Json;

/** One state's registers, moved in as files while servers are killed. */
final class Registers extends Doings {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PATH = "/v1/denials/imports";
  private static final String WHY = "{\"reason\": \"The register\"}";

  Registers(Doings same) {
    super(same);
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
    done("import");
  }

  private Wire.Answer await(String path, String end, int records, String outcome) {
    var deadline = Instant.now().plus(PATIENCE);
    var answer = read(path);
    while (!answer.json().path("state").asText().equals(end) && Instant.now().isBefore(deadline)) {
      Wire.pause();
      answer = read(path);
    }
    findings.same(end, answer.json().path("state").asText(), "%s %s", state, path);
    findings.same(
        records, answer.json().at("/records/" + outcome).asInt(), "%s %s %s", state, path, outcome);
    return answer;
  }

  private void remember(String path, int records) {
    var report = read(path + "/report?limit=200").json();
    findings.same(records, report.path("items").size(), "%s %s report", state, path);
    for (var line : report.path("items")) {
      var id = line.path("record").asText();
      var answer = read("/v1/denials/" + id);
      findings.same(200, answer.status(), "%s imported record %s", state, id);
      known.put(Own.of(id, answer));
    }
  }
}
