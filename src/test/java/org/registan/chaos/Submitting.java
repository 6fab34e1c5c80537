package org.registan.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.registan.chaos.Wire.Caller;
import org.registan.chaos.Wire.Request;
import org.registan.implementation.Documents;
import org.registan.kernel.Json;

/** What one state sends to the 1540 Committee, and what it tries with it afterwards. */
final class Submitting extends Doings {

  private static final String POLICY = "/v1/policies/1540-document/draft";
  private static final String WHY = "{\"reason\": \"As agreed\"}";

  Submitting(Doings same) {
    super(same);
  }

  void act() {
    switch (chance.nextInt(4)) {
      case 0 -> adopt();
      case 1 -> holdAndLift();
      default -> submit();
    }
  }

  /** What the Committee has of it at the first read is what it has for ever. */
  private void submit() {
    var content = (ObjectNode) Json.parse(Documents.report());
    content.put("notes", "file " + chance.nextInt(1000));
    var made = approvals.create("officer", Documents.PATH, Map.of(), content.toString(), 201);
    var path = Documents.PATH + "/" + made.id();
    carryOut(path, "submit", Documents.noteVerbale());
    var seen = wire.get(new Caller("UN1540", "machine-read"), path);
    findings.same(200, seen.status(), "%s the Committee's read of %s", state, path);
    known.submitted(path, seen.text());
    done("submit a document");
  }

  private void holdAndLift() {
    known
        .oneSubmitted(chance)
        .ifPresent(path -> {
          var match = Map.of("If-Match", read(path).etag());
          var hold = wire.send(as("releaser"), new Request("POST", path + "/hold", match, WHY));
          if (hold.status() != 200 && hold.status() != 412) {
            findings.violation("%s hold: %s", state, hold);
          }
          carryOut(path, "lift", WHY);
          done("hold a submitted document");
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

  /** A policy that forbids the Committee everything, or gives a partner what is published. */
  private void adopt() {
    var rule =
        chance.nextBoolean()
            ? "{\"effect\": \"FORBID\", \"to\": {\"participants\": [\"UN1540\"]}}"
            : Documents.whenPublished();
    var draft = wire.get(as("state-admin"), POLICY);
    Map<String, String> match = draft.status() == 200 ? Map.of("If-Match", draft.etag()) : Map.of();
    var body = "{\"rules\": [%s]}".formatted(rule);
    var put = wire.send(as("state-admin"), new Request("PUT", POLICY, match, body));
    if (put.status() != 200) {
      return; // an answer that was lost: what it drafted is adopted at another turn
    }
    var drafted = Map.of("If-Match", put.etag());
    var proposal = approvals.propose("state-admin", POLICY + "/adopt", drafted, WHY);
    findings.same(true, approvals.approve(proposal), "%s adoption approved", state);
    done("adopt a policy for documents");
  }
}
