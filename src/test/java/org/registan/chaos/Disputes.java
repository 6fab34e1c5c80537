package org.registan.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.registan.chaos.Known.Answered;
import org.registan.kernel.Json;

/** A state challenges what it received, and answers for what it shares; others act meanwhile. */
final class Disputes extends Doings {

  /** What may have become of a record between a read and what it leads to. */
  private static final Set<Integer> OVERTAKEN = Set.of(404, 409, 412);

  private static final String NAME = "/parties/0/names/0/text";

  Disputes(Doings same) {
    super(same);
  }

  void challenge() {
    one("/v1/denials?limit=200", it -> !it.path("owner").asText().equals(state))
        .ifPresent(it ->
            say(
                "challenge",
                "/v1/denials/" + it.path("id").asText(),
                "/challenges",
                read -> words("Not " + read.at(NAME).asText()).put("ground", "WRONG_FIRM")));
  }

  /** Answers one that nobody answered; what was acknowledged is shown to both from then on. */
  void answer() {
    one("/v1/challenges?side=RECEIVED&state=OPEN&limit=200", it -> true)
        .ifPresent(it -> {
          var id = it.path("id").asText();
          var record = it.path("record").asText();
          var name = contents(record).at(NAME).asText();
          var words = words("It is %s, file %d".formatted(name, chance.nextInt(1000)));
          if (say(
              "answer", "/v1/denials/" + record, "/challenges/" + id + "/answer", read -> words)) {
            known.answered(new Answered(id, record, words.path("text").asText()));
          }
        });
  }

  private JsonNode contents(String record) {
    return read("/v1/denials/" + record).json();
  }

  private static ObjectNode words(String text) {
    return Json.object().put("reason", "Our file: " + text).put("text", text);
  }

  /** Says it of what it just read: whom that does not name any more is not named again. */
  private boolean say(
      String what, String record, String more, Function<JsonNode, ObjectNode> words) {
    var read = read(record);
    if (read.status() != 200) {
      findings.count("overtaken before: " + what);
      return false;
    }
    var match = Map.of("If-Match", read.etag());
    var answer =
        approvals.sendOnce("officer", record + more, match, words.apply(read.json()).toString());
    if (answer.status() == 202) {
      return decided(what, answer.id());
    }
    if (OVERTAKEN.contains(answer.status())) {
      findings.count("overtaken: " + what);
      dropWhatWasTaken();
    } else {
      findings.violation("%s %s: %s", state, record + more, answer);
    }
    return false;
  }

  private boolean decided(String what, String proposal) {
    known.decided(proposal, "OPEN");
    var done = approvals.approve(proposal);
    if (done) {
      done(what);
    } else {
      findings.count("overtaken when approved: " + what);
      approvals.discard(proposal);
    }
    return done;
  }

  /** An answer may be lost, and the record out of sight when it is asked for again. */
  private void dropWhatWasTaken() {
    for (var open : read("/v1/proposals?state=OPEN").json().path("items")) {
      if (open.path("type").asText().startsWith("challenge.")) {
        known.decided(open.path("id").asText(), "OPEN");
        approvals.discard(open.path("id").asText());
      }
    }
  }

  private Optional<JsonNode> one(String path, Predicate<JsonNode> wanted) {
    List<JsonNode> fitting = new ArrayList<>();
    for (var item : read(path).json().path("items")) {
      if (wanted.test(item)) {
        fitting.add(item);
      }
    }
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(fitting.get(chance.nextInt(fitting.size())));
  }
}
