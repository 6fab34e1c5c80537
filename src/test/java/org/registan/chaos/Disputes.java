package org.registan.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** A state challenges what it received, and answers for what it shares; others act meanwhile. */
final class Disputes {

  /** What may have become of a record between a read and what it leads to. */
  private static final Set<Integer> OVERTAKEN = Set.of(404, 409, 412);

  private final String state;
  private final Wire wire;
  private final Known known;
  private final Findings findings;
  private final Random chance;
  private final Approvals approvals;

  Disputes(
      String state, Wire wire, Known known, Findings findings, Random chance, Approvals approvals) {
    this.state = state;
    this.wire = wire;
    this.known = known;
    this.findings = findings;
    this.chance = chance;
    this.approvals = approvals;
  }

  void challenge() {
    one("/v1/denials?limit=200", it -> !it.path("owner").asText().equals(state))
        .ifPresent(it ->
            say(
                "challenge",
                "/v1/denials/" + it.path("id").asText(),
                "/challenges",
                "{\"reason\": \"Our register\", \"ground\": \"WRONG_FIRM\"}"));
  }

  void answer() {
    one("/v1/challenges?side=RECEIVED&state=OPEN&limit=200", it -> true)
        .ifPresent(it ->
            say(
                "answer",
                "/v1/denials/" + it.path("record").asText(),
                "/challenges/" + it.path("id").asText() + "/answer",
                "{\"reason\": \"Our file\", \"text\": \"It is the right firm.\"}"));
  }

  private void say(String what, String record, String more, String body) {
    var read = wire.get(approvals.as("officer"), record);
    if (read.status() != 200) {
      return;
    }
    var path = record + more;
    var answer = approvals.sendOnce("officer", path, Map.of("If-Match", read.etag()), body);
    if (answer.status() == 202) {
      known.decided(answer.id(), "OPEN");
      if (approvals.approve(answer.id())) {
        findings.count("acts");
        findings.count("act: " + what);
      } else {
        approvals.discard(answer.id());
      }
    } else if (OVERTAKEN.contains(answer.status())) {
      dropWhatWasTaken();
    } else {
      findings.violation("%s %s: %s", state, path, answer);
    }
  }

  /** An answer may be lost, and the record out of sight when it is asked for again. */
  private void dropWhatWasTaken() {
    for (var open :
        wire.get(approvals.as("officer"), "/v1/proposals?state=OPEN").json().path("items")) {
      if (open.path("type").asText().startsWith("challenge.")) {
        known.decided(open.path("id").asText(), "OPEN");
        approvals.discard(open.path("id").asText());
      }
    }
  }

  private Optional<JsonNode> one(String path, Predicate<JsonNode> wanted) {
    List<JsonNode> fitting = new ArrayList<>();
    for (var item : wire.get(approvals.as("officer"), path).json().path("items")) {
      if (wanted.test(item)) {
        fitting.add(item);
      }
    }
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(fitting.get(chance.nextInt(fitting.size())));
  }
}
