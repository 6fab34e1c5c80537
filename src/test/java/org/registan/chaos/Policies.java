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
  private static final String PATH = "/v1/policies/denial";
  private static final String WHY = "{\"reason\": \"As agreed\"}";

  /** A policy, and the proposal to bring it into force. */
  private record Adoption(String proposal, ObjectNode policy) {}

  Policies(Doings same) {
    super(same);
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
    done("act during an own flip");
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
    var path = PATH + "/one-offs";
    var proposal = approvals.proposeBefore(until, path, wish.toString());
    if (proposal.isEmpty()) {
      return;
    }
    if (approvals.approve(proposal)) {
      done("release once");
    } else {
      approvals.discard(proposal);
    }
  }

  void endOneOff() {
    var open = read(PATH + "/one-offs").json().path("items");
    if (open.isEmpty()) {
      return;
    }
    var id = open.get(chance.nextInt(open.size())).path("id").asText();
    var path = PATH + "/one-offs/" + id + "/end";
    var answer = wire.send(as("releaser"), new Request("POST", path, Map.of(), ""));
    findings.same(200, answer.status(), "%s POST %s", state, path);
    done("end a one-off");
  }

  private void stop() {
    var request = new Request("POST", PATH + "/stop", Map.of(), WHY);
    var answer = wire.send(as("releaser"), request);
    findings.same(200, answer.status(), "%s stop", state);
    done("stop");
  }

  private void restart() {
    var proposal = approvals.propose("officer", PATH + "/restart", Map.of(), WHY);
    findings.same(true, approvals.approve(proposal), "%s restart approved", state);
    done("restart");
  }

  private void requireStopped() {
    var policy = read(PATH).json();
    findings.same(true, policy.path("stopped").asBoolean(), "%s stopped", state);
    var reader = new Caller(state.equals("KAZ") ? "UZB" : "KAZ", "machine-read");
    var seen = wire.get(reader, "/v1/denials?limit=1&owner=" + state).json().path("items");
    findings.same(0, seen.size(), "records of %s that %s sees after a stop", state, reader);
  }

  /** Drafts a policy and proposes it. */
  private Adoption proposed() {
    var policy = contents.policy();
    var administrator = as("state-admin");
    while (true) {
      var before = wire.get(administrator, PATH + "/draft");
      Map<String, String> match =
          before.status() == 200 ? Map.of("If-Match", before.etag()) : Map.of();
      var put =
          wire.send(administrator, new Request("PUT", PATH + "/draft", match, policy.toString()));
      if (put.status() == 200) {
        match = Map.of("If-Match", put.etag());
        return new Adoption(
            approvals.propose("state-admin", PATH + "/draft/adopt", match, WHY), policy);
      }
      if (put.status() != 412 && put.status() != 428) {
        throw new IllegalStateException("policy draft of " + state + ": " + put);
      }
    }
  }

  private void adopted(Adoption adoption, boolean done) {
    findings.same(true, done, "%s adoption approved", state);
    known.adopted(adoption.policy());
    done("adopt a policy (flip)");
  }
}
