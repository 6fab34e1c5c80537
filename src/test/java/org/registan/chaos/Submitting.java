package org.registan.chaos;

import java.util.Map;
import org.registan.chaos.Wire.Caller;
import org.registan.chaos.Wire.Request;
import org.registan.implementation.Documents;

/**
 * What one state sends to the 1540 Committee, of one kind, and what it tries with it afterwards.
 */
final class Submitting extends Doings {
  static final Caller COMMITTEE = new Caller("UN1540", "machine-read");

  private static final String WHY = "{\"reason\": \"As agreed\"}";

  private final String kind;
  private final String type;
  private final String policy;

  Submitting(Doings same, String kind, String type) {
    super(same);
    this.kind = kind;
    this.type = type;
    this.policy = "/v1/policies/" + type;
  }

  /** The path of a new draft. */
  String draft(String content) {
    var path = kind + "/" + approvals.create("officer", kind, Map.of(), content, 201).id();
    known.reports().drafted(path);
    return path;
  }

  /** What the Committee has of it at the first read is what it has for ever. */
  void submit(String path) {
    carryOut(path, "submit", Documents.noteVerbale());
    var seen = wire.get(COMMITTEE, path);
    findings.same(200, seen.status(), "%s the Committee's read of %s", state, path);
    known.reports().submitted(path, seen.text());
    done("submit a " + type);
  }

  /** Decides something that would take it back from everybody else. */
  void decide() {
    switch (chance.nextInt(4)) {
      case 0 -> stopAndRestart();
      case 1 -> holdAndLift();
      default -> adopt();
    }
    requireGiven();
  }

  private void requireGiven() {
    var submitted = known.reports().submitted();
    known
        .reports()
        .oneSubmitted(chance, kind)
        .ifPresent(it ->
            findings.same(
                submitted.getOrDefault(it, ""),
                wire.get(COMMITTEE, it).text(),
                "what the Committee has of %s",
                it));
  }

  private void stopAndRestart() {
    var stop = wire.send(as("releaser"), new Request("POST", policy + "/stop", Map.of(), WHY));
    findings.same(200, stop.status(), "%s stop of %s", state, type);
    requireGiven();
    var proposal = approvals.propose("officer", policy + "/restart", Map.of(), WHY);
    findings.same(true, approvals.approve(proposal), "%s restart of %s approved", state, type);
    done("stop and restart " + type);
  }

  private void holdAndLift() {
    known
        .reports()
        .oneSubmitted(chance, kind)
        .ifPresent(path -> {
          var match = Map.of("If-Match", read(path).etag());
          var hold = wire.send(as("releaser"), new Request("POST", path + "/hold", match, WHY));
          if (hold.status() != 200 && hold.status() != 412) {
            findings.violation("%s hold: %s", state, hold);
          }
          requireGiven();
          carryOut(path, "lift", WHY);
          done("hold a submitted " + type);
        });
  }

  private void carryOut(String path, String act, String body) {
    var match = Map.of("If-Match", read(path).etag());
    var proposal = approvals.propose("officer", path + "/" + act, match, body);
    if (!approvals.approve(proposal)) {
      findings.violation("%s %s of %s could not be approved", state, act, path);
      approvals.discard(proposal);
    }
  }

  /** A policy that forbids the Committee everything, or one that gives others something. */
  private void adopt() {
    var path = policy + "/draft";
    var draft = wire.get(as("state-admin"), path);
    Map<String, String> match = draft.status() == 200 ? Map.of("If-Match", draft.etag()) : Map.of();
    var put = wire.send(as("state-admin"), new Request("PUT", path, match, rules()));
    if (put.status() != 200) {
      return; // an answer that was lost: what it drafted is adopted at another turn
    }
    var drafted = Map.of("If-Match", put.etag());
    var proposal = approvals.propose("state-admin", path + "/adopt", drafted, WHY);
    findings.same(true, approvals.approve(proposal), "%s adoption approved", state);
    done("adopt a policy for " + type);
  }

  private String rules() {
    return switch (chance.nextInt(3)) {
      case 0 -> "{\"rules\": [{\"effect\": \"FORBID\", \"to\": {\"participants\": [\"UN1540\"]}}]}";
      case 1 -> "{\"rules\": [%s]}".formatted(Documents.whenPublished());
      default -> contents.policy(type).toString();
    };
  }
}
