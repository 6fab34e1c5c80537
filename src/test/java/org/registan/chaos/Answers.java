package org.registan.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.registan.chaos.Known.Answered;
import org.registan.chaos.Wire.Caller;
import org.registan.kernel.Json;

/** What was answered to a challenge is shown once, to its owner and to who raised it. */
final class Answers {
  private static final String ERASED = "[erased]";

  private final Wire wire;
  private final Findings findings;
  private final Pages pages;

  Answers(Wire wire, Findings findings) {
    this.wire = wire;
    this.findings = findings;
    this.pages = new Pages(wire, findings);
  }

  void compare(Writer writer) {
    var known = writer.known();
    var received = received(writer.state());
    findings.same(
        new TreeSet<>(known.answers().keySet()),
        new TreeSet<>(received.keySet()),
        "challenges that %s answered",
        writer.state());
    for (var answer : known.answers().values()) {
      var challenge = received.get(answer.challenge());
      if (challenge != null) {
        compare(known, answer, challenge);
        compareRaised(known, answer, challenge.at("/challenger/participant").asText());
      }
    }
  }

  /** Who sees as much of the record as there is to see is shown the answer, once. */
  private void compareRaised(Known known, Answered answer, String challenger) {
    var path = "/v1/denials/" + answer.record();
    var record = wire.get(new Caller(challenger, "officer"), path).json();
    var seen = wire.get(new Caller(challenger, "officer"), path + "/challenges").json();
    var found = 0;
    for (var challenge : seen.path("items")) {
      if (challenge.path("id").asText().equals(answer.challenge())) {
        found++;
        if (isWhole(record) || challenge.has("answer")) {
          compare(known, answer, challenge);
        }
      }
    }
    findings.same(record.has("id") ? 1 : 0, found, "%s sees %s", challenger, answer);
    findings.count("answers compared");
  }

  private static boolean isWhole(JsonNode record) {
    return record.path("disclosure").asText().equals("DETAIL")
        && !record.path("status").asText().equals("ISSUED_IN_ERROR");
  }

  private void compare(Known known, Answered answer, JsonNode challenge) {
    findings.same("ANSWERED", challenge.path("state").asText(), "state of %s", answer);
    var text = challenge.at("/answer/text").asText();
    if (!text.equals(ERASED) || !known.erased().containsKey(answer.record())) {
      findings.same(answer.text(), text, "answer %s", answer);
    }
  }

  private Map<String, JsonNode> received(String state) {
    var path = "/v1/challenges?side=RECEIVED&state=ANSWERED&limit=200";
    var received = new TreeMap<String, JsonNode>();
    pages
        .of(new Caller(state, "officer"), path)
        .forEach((id, text) -> received.put(id, Json.parse(text)));
    return received;
  }
}
