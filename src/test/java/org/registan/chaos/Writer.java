package org.registan.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.registan.chaos.Known.Own;
import org.registan.chaos.Wire.Request;
import org.registan.kernel.Json;

/** One state at work: every act on denials, one after the other, in random order. */
final class Writer {
  static final List<String> STATES = List.of("PAK", "KAZ", "UZB", "KGZ");

  private static final String WHY = "{\"reason\": \"Board decision\"}";

  private final String state;
  private final Wire wire;
  private final Known known;
  private final Findings findings;
  private final Random chance;
  private final Contents contents;
  private final Approvals approvals;
  private final Policies policies;
  private final Registers registers;
  private final Disputes disputes;
  private boolean begun;

  Writer(String state, Wire wire, Findings findings, long seed) {
    this.state = state;
    this.wire = wire;
    this.known = new Known();
    this.findings = findings;
    this.chance = new Random(seed);
    this.contents = new Contents(state, chance);
    this.approvals = new Approvals(state, wire, known, findings, chance);
    this.policies = new Policies(state, wire, findings, chance, contents, approvals);
    this.disputes = new Disputes(state, wire, known, findings, chance, approvals);
    this.registers = new Registers(state, wire, known, findings, chance, contents, approvals);
  }

  String state() {
    return state;
  }

  Known known() {
    return known;
  }

  /** Does one act, to its end. */
  void act() {
    if (!begun) {
      begun = true;
      registers.bring();
      return;
    }
    switch (chance.nextInt(52)) {
      case 0, 1, 2, 3, 4, 5 -> draft();
      case 6, 7 -> each(1, Own::isDraft, this::redraft);
      case 8 -> each(1, Own::isDraft, this::throwAway);
      case 9, 10, 11, 12, 13, 14, 15, 16 -> each(1, Own::isDraft, it -> carryOut(it, "notify"));
      case 17, 18, 19, 20, 21 -> each(1, Own::isInForce, it -> carryOut(it, "amend"));
      case 22 -> each(1, Own::isInForce, it -> carryOut(it, "revoke"));
      case 23 -> each(1, it -> !it.isDraft(), this::withdraw);
      case 24, 25 -> each(1, it -> !it.isDraft() && !it.held(), this::hold);
      case 26, 27, 28 -> each(1, Own::held, it -> carryOut(it, "lift"));
      case 29, 30, 31 -> policies.adopt();
      case 32, 33 ->
          policies.duringAdoption(() -> each(3, Own::isInForce, it -> carryOut(it, "amend")));
      case 34 -> policies.stopAndRestart();
      case 35 -> policies.stopDuringAdoption();
      case 36, 37 -> each(1, Own::isInForce, it -> policies.releaseOnce(it.path()));
      case 38 -> policies.endOneOff();
      case 39, 40 -> registers.bring();
      case 41, 42 -> each(1, Own::isInForce, it -> carryOut(it, "renew"));
      case 43, 44 -> each(1, Own::isInForce, this::suspendAndAssess);
      case 45, 46, 47 -> disputes.challenge();
      case 48, 49, 50 -> disputes.answer();
      default -> each(1, Own::isDraft, this::proposeInVain);
    }
  }

  private void each(int most, Predicate<Own> wanted, java.util.function.Consumer<Own> act) {
    known.some(chance, most, wanted).forEach(act);
  }

  private void draft() {
    var answer =
        approvals.create("officer", "/v1/denials", Map.of(), contents.denial().toString(), 201);
    read(answer.id());
    done("draft");
  }

  private void redraft(Own record) {
    var request = new Request("PUT", record.path(), match(record), contents.denial().toString());
    var answer = wire.send(approvals.as("officer"), request);
    if (answer.status() != 200 && answer.status() != 412) {
      findings.violation("%s redraft: %s", state, answer);
    }
    read(record.id());
    done("redraft");
  }

  private void throwAway(Own record) {
    var request = new Request("DELETE", record.path(), match(record), "");
    var answer = wire.send(approvals.as("officer"), request);
    if (answer.status() != 204 && answer.status() != 404) {
      findings.violation("%s throw away: %s", state, answer);
    }
    known.throwAway(record.id());
    done("throw a draft away");
  }

  private void suspendAndAssess(Own record) {
    carryOut(record, "suspend");
    var now = known.get(record.id());
    if (now.version() > record.version()) {
      carryOut(now, "final-assessment");
    }
  }

  private void withdraw(Own record) {
    if (!record.isInError()) {
      carryOut(record, "withdraw-in-error");
    }
  }

  /** Proposes an act and has it approved; what the record is then must follow from the act. */
  private void carryOut(Own record, String act) {
    var path = record.path() + "/" + act;
    var proposal = approvals.propose("officer", path, match(record), request(act).toString());
    if (!approvals.approve(proposal)) {
      findings.violation("%s %s could not be approved", state, path);
      approvals.discard(proposal);
      return;
    }
    var now = read(record.id());
    findings.same(statusAfter(record, act), now.status(), "%s status after %s", state, path);
    findings.same(act.equals("lift") ? false : record.held(), now.held(), "%s held", path);
    done(act);
  }

  private ObjectNode request(String act) {
    var request = Json.object().put("reason", "Decision " + chance.nextInt(1000));
    switch (act) {
      case "amend" -> request.set("content", contents.denial());
      case "revoke" -> request.put("revokeReason", "APPEAL_UPHELD");
      case "suspend" -> request.put("suspendText", "Stayed by a court.");
      case "final-assessment" -> request.put("outcome", "CONFIRMED");
      case "withdraw-in-error" -> request.put("errorText", "Issued by mistake.");
      default -> {}
    }
    return request;
  }

  private static String statusAfter(Own before, String act) {
    return switch (act) {
      case "notify", "amend", "renew", "suspend", "final-assessment" -> "IN_FORCE";
      case "revoke" -> "REVOKED";
      case "withdraw-in-error" -> "ISSUED_IN_ERROR";
      default -> before.status();
    };
  }

  private void hold(Own record) {
    var request = new Request("POST", record.path() + "/hold", match(record), WHY);
    var answer = wire.send(approvals.as("releaser"), request);
    if (answer.status() != 200 && answer.status() != 412) {
      findings.violation("%s hold: %s", state, answer);
    }
    findings.same(true, read(record.id()).held(), "%s held after hold", record.path());
    done("hold");
  }

  private void proposeInVain(Own record) {
    var path = record.path() + "/notify";
    approvals.discard(approvals.propose("officer", path, match(record), WHY));
    done("discard a proposal");
  }

  /** Reads an own record; nobody else changes it, so that it must not have gone back. */
  private Own read(String id) {
    var answer = wire.get(approvals.as("officer"), "/v1/denials/" + id);
    var json = answer.json();
    var record =
        new Own(
            id,
            json.path("status").asText(),
            json.path("version").asInt(),
            json.path("held").asBoolean(),
            answer.etag());
    findings.same(200, answer.status(), "%s own record %s", state, id);
    known.put(record);
    return record;
  }

  private static Map<String, String> match(Own record) {
    return Map.of("If-Match", record.etag());
  }

  private void done(String act) {
    findings.count("acts");
    findings.count("act: " + act);
  }
}
