package org.registan.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.registan.chaos.Wire.Caller;
import org.registan.chaos.Wire.Request;
import org.registan.kernel.Json;

/** What one state decides about its releases: policies (flips), one-offs, the stop switch. */
final class Policies extends Doings {
  private static final String WHY = "{\"reason\": \"As agreed\"}";

  /** A policy, and the proposal to bring it into force. */
  private record Adoption(String proposal, ObjectNode policy) {}

  private final String type;
  private final String records;
  private final String path;

  /** For one kind of record, listed at a path. */
  Policies(Doings same, String type, String records) {
    super(same);
    this.type = type;
    this.records = records;
    this.path = "/v1/policies/" + type;
  }

  void adopt() {
    var adoption = proposed();
    adopted(adoption, approvals.approve(adoption.proposal()));
  }

  /** Does {@code work} while an adoption of this state is carried out beside it. */
  void duringAdoption(Runnable work) {
    var adoption = proposed();
    var adopting = CompletableFuture.supplyAsync(() -> approvals.approve(adoption.proposal()));
    work.run();
    adopted(adoption, adopting.join());
    did("act during an own flip");
  }

  void stopAndRestart() {
    stop();
    requireStopped();
    if (chance.nextBoolean()) {
      adopt();
      requireStopped();
    }
    restart();
  }

  /** A stop stands, whatever is being adopted meanwhile. */
  void stopDuringAdoption() {
    duringAdoption(this::stop);
    requireStopped();
    restart();
  }

  void releaseOnce(String record) {
    var seconds = chance.nextInt(3) == 0 ? 3_600 : 2 + chance.nextInt(6);
    var until = Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.MILLIS);
    var wish =
        Json.object()
            .put("record", record.substring(record.lastIndexOf('/') + 1))
            .put("recipient", contents.partner())
            .put("level", chance.nextBoolean() ? "CORE" : "DETAIL")
            .put("until", until.toString())
            .put("reason", "Agreed");
    var proposal = approvals.proposeBefore(until, path + "/one-offs", wish.toString());
    if (proposal.isEmpty()) {
      return;
    }
    if (approvals.approve(proposal)) {
      did("release once");
    } else {
      approvals.discard(proposal);
    }
  }

  void endOneOff() {
    var open = read(path + "/one-offs").json().path("items");
    if (open.isEmpty()) {
      return;
    }
    var id = open.get(chance.nextInt(open.size())).path("id").asText();
    var end = path + "/one-offs/" + id + "/end";
    var answer = wire.send(as("releaser"), new Request("POST", end, Map.of(), ""));
    findings.same(200, answer.status(), "%s POST %s", state, end);
    did("end a one-off");
  }

  private void stop() {
    var request = new Request("POST", path + "/stop", Map.of(), WHY);
    var answer = wire.send(as("releaser"), request);
    findings.same(200, answer.status(), "%s stop", state);
    did("stop");
  }

  private void restart() {
    var proposal = approvals.propose("officer", path + "/restart", Map.of(), WHY);
    findings.same(true, approvals.approve(proposal), "%s restart approved", state);
    did("restart");
  }

  private void requireStopped() {
    var policy = read(path).json();
    findings.same(true, policy.path("stopped").asBoolean(), "%s stopped", state);
    var reader = new Caller(state.equals("KAZ") ? "UZB" : "KAZ", "machine-read");
    var seen = wire.get(reader, records + "?limit=1&owner=" + state).json().path("items");
    findings.same(0, seen.size(), "records of %s that %s sees after a stop", state, reader);
  }

  /** Drafts a policy and proposes it. */
  private Adoption proposed() {
    var policy = contents.policy(type);
    var administrator = as("state-admin");
    while (true) {
      var before = wire.get(administrator, path + "/draft");
      Map<String, String> match =
          before.status() == 200 ? Map.of("If-Match", before.etag()) : Map.of();
      var put =
          wire.send(administrator, new Request("PUT", path + "/draft", match, policy.toString()));
      if (put.status() == 200) {
        match = Map.of("If-Match", put.etag());
        return new Adoption(
            approvals.propose("state-admin", path + "/draft/adopt", match, WHY), policy);
      }
      if (put.status() != 412 && put.status() != 428) {
        throw new IllegalStateException("policy draft of " + state + ": " + put);
      }
    }
  }

  private void adopted(Adoption adoption, boolean done) {
    findings.same(true, done, "%s adoption approved", state);
    known.adopted(type, adoption.policy());
    did("adopt a policy (flip)");
  }

  private void did(String act) {
    done(type.equals("denial") ? act : act + " for " + type);
  }
}
