package org.registan.chaos;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.registan.chaos.Wire.Answer;
import org.registan.chaos.Wire.Caller;
import org.registan.chaos.Wire.Request;

/** The two people of one state: one proposes, with a key; the other approves. */
final class Approvals {
  private static final int TRIES = 8;

  private final String state;
  private final Wire wire;
  private final Known known;
  private final Findings findings;
  private final Random chance;

  Approvals(String state, Wire wire, Known known, Findings findings, Random chance) {
    this.state = state;
    this.wire = wire;
    this.known = known;
    this.findings = findings;
    this.chance = chance;
  }

  Caller as(String role) {
    return new Caller(state, role);
  }

  /** Sends a creation under a key of its own, whatever comes of it. */
  Answer sendOnce(String role, String path, Map<String, String> headers, String body) {
    return wire.send(as(role), withKey(new Request("POST", path, headers, body)));
  }

  private Request withKey(Request request) {
    var all = new HashMap<>(request.headers());
    all.put("Idempotency-Key", new UUID(chance.nextLong(), chance.nextLong()).toString());
    return new Request(request.method(), request.path(), all, request.body());
  }

  /** Sends a creation under a key of its own; now and then again, which must be the same. */
  Answer create(String role, String path, Map<String, String> headers, String body, int status) {
    return create(role, new Request("POST", path, headers, body), status);
  }

  private Answer create(String role, Request wish, int status) {
    var request = withKey(wish);
    var answer = wire.send(as(role), request);
    findings.same(status, answer.status(), "%s %s %s", state, wish, answer.text());
    if (chance.nextInt(10) == 0 && answer.status() == status) {
      var again = wire.send(as(role), request);
      findings.same(answer.id(), again.id(), "%s %s with the same key", state, wish);
      findings.count("keys used again");
    }
    return answer;
  }

  /** Opens a proposal; its id. */
  String propose(String role, String path, Map<String, String> headers, String body) {
    return propose(role, new Request("POST", path, headers, body));
  }

  String propose(String role, Request wish) {
    var proposal = create(role, wish, 202).id();
    known.decided(proposal, "OPEN");
    return proposal;
  }

  /** The same for something with an end; empty when nobody was there to take it before that. */
  String proposeBefore(Instant end, String path, String body) {
    var answer = sendOnce("officer", path, Map.of(), body);
    if (answer.status() == 422 && Instant.now().isAfter(end)) {
      return "";
    }
    findings.same(202, answer.status(), "%s POST %s %s", state, path, answer.text());
    known.decided(answer.id(), "OPEN");
    return answer.id();
  }

  /** Has a releaser approve; after a lost answer, looks before trying again. Whether it is done. */
  boolean approve(String proposal) {
    var path = "/v1/proposals/" + proposal;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      var read = wire.get(as("releaser"), path);
      if (read.json().path("state").asText().equals("APPROVED")) {
        return approved(proposal);
      }
      var match = Map.of("If-Match", read.etag());
      var answer = wire.send(as("releaser"), new Request("POST", path + "/approve", match, ""));
      if (answer.status() == 200) {
        findings.same("APPROVED", answer.json().path("state").asText(), "%s %s", state, path);
        return approved(proposal);
      }
      if (answer.text().contains("proposal-stale")) {
        return false;
      }
      if (answer.status() != 412 && answer.status() != 409) {
        findings.violation("%s approve %s: %s", state, path, answer);
        return false;
      }
    }
    return false;
  }

  /** Drops a proposal that will not be approved. */
  void discard(String proposal) {
    var path = "/v1/proposals/" + proposal;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      var read = wire.get(as("releaser"), path);
      var now = read.json().path("state").asText();
      if (!now.equals("OPEN")) {
        known.decided(proposal, now);
        return;
      }
      var match = Map.of("If-Match", read.etag());
      wire.send(as("releaser"), new Request("POST", path + "/discard", match, ""));
    }
    findings.violation("%s cannot discard %s", state, path);
  }

  private boolean approved(String proposal) {
    known.decided(proposal, "APPROVED");
    findings.count("proposals approved");
    return true;
  }
}
