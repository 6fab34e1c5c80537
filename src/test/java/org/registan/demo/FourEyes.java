package org.registan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.registan.demo.Api.Answer;
import org.registan.demo.Api.Caller;
import org.registan.demo.Api.Refused;

/** An act of a state: one of its people proposes it, its releaser approves it. */
final class FourEyes {

  private static final int TRIES = 5;

  private final Api api;
  private final String participant;

  FourEyes(Api api, String participant) {
    this.api = api;
    this.participant = participant;
  }

  /** Proposes in {@code role} what {@code path} asks for and has it approved. */
  void carryOut(String role, String path, String ifMatch, JsonNode body) {
    var headers = Map.of("If-Match", ifMatch, "Idempotency-Key", UUID.randomUUID().toString());
    var proposed = api.send(new Caller(participant, role), "POST", path, headers, body);
    approve(Api.expect(202, "POST " + path, proposed));
  }

  /** Approves what was proposed, once: after a lost answer it looks before it tries again. */
  void approve(Answer proposed) {
    var id = proposed.text("id");
    var path = "/v1/proposals/" + id;
    var read = proposed;
    for (var attempt = 0; attempt < TRIES; attempt++) {
      var state = read.text("state");
      if (state.equals("APPROVED")) {
        return;
      }
      if (!state.equals("OPEN")) {
        throw new Refused("proposal " + id + " is " + state);
      }
      var answer = approveAt(path, etag(path, read));
      if (answer.status() == 200) {
        return;
      }
      if (answer.status() != 412 && answer.status() != 409) {
        throw new Refused(
            "approving " + id + " was answered " + answer.status() + ": " + answer.body());
      }
      read = Api.expect(200, "GET " + path, api.get(releaser(), path));
    }
    throw new Refused("proposal " + id + " kept changing");
  }

  /** What waits on the releaser's desk, by the record it is about; the rest under its type. */
  Map<String, JsonNode> desk() {
    var open = new HashMap<String, JsonNode>();
    for (var proposal : Pages.all(api, releaser(), "/v1/proposals?state=OPEN")) {
      var record = Optional.ofNullable(proposal.path("record").textValue());
      open.put(record.orElse(proposal.path("type").asText()), proposal);
    }
    return open;
  }

  /** Approves what was found on the desk. */
  void approveWaiting(JsonNode proposal) {
    var path = "/v1/proposals/" + proposal.path("id").asText();
    approve(Api.expect(200, "GET " + path, api.get(releaser(), path)));
  }

  Caller releaser() {
    return new Caller(participant, "releaser");
  }

  static String etag(String what, Answer answer) {
    return answer.etag().orElseThrow(() -> new Refused(what + " came without an ETag"));
  }

  private Answer approveAt(String path, String ifMatch) {
    return api.send(
        releaser(),
        "POST",
        path + "/approve",
        Map.of("If-Match", ifMatch),
        MissingNode.getInstance());
  }
}
