package org.registan.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.registan.chaos.Known.Own;
import org.registan.kernel.Json;

/** What two people of a state do with an own record; what it is then must follow from the act. */
final class Acts extends Doings {

  Acts(Doings same) {
    super(same);
  }

  void suspendAndAssess(Own record) {
    carryOut(record, "suspend");
    var now = known.get(record.id());
    if (now.version() > record.version()) {
      carryOut(now, "final-assessment");
    }
  }

  void withdraw(Own record) {
    if (!record.isInError()) {
      carryOut(record, "withdraw-in-error");
    }
  }

  /** Proposes an act and has it approved; what the record is then must follow from the act. */
  boolean carryOut(Own record, String act) {
    var path = record.path() + "/" + act;
    var proposal =
        approvals.propose("officer", path, match(record), request(record, act).toString());
    if (!approvals.approve(proposal)) {
      findings.violation("%s %s could not be approved", state, path);
      approvals.discard(proposal);
      return false;
    }
    var now = own(record.id());
    findings.same(statusAfter(record, act), now.status(), "%s status after %s", state, path);
    findings.same(act.equals("lift") ? false : record.held(), now.held(), "%s held", path);
    done(act);
    return true;
  }

  /** A request whose texts name whomever the record keeps. */
  private ObjectNode request(Own record, String act) {
    var on = " on " + record.persons();
    var request = Json.object().put("reason", "Decision " + chance.nextInt(1000) + on);
    switch (act) {
      case "amend" -> request.set("content", contents.denial());
      case "revoke" -> request.put("revokeReason", "APPEAL_UPHELD");
      case "suspend" -> request.put("suspendText", "Stayed by a court" + on);
      case "final-assessment" -> request.put("outcome", "CONFIRMED");
      case "withdraw-in-error" -> request.put("errorText", "Issued by mistake" + on);
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

  /** Reads an own record; nobody else changes it, so that it must not have gone back. */
  Own own(String id) {
    var answer = read("/v1/denials/" + id);
    var record = Own.of(id, answer);
    findings.same(200, answer.status(), "%s own record %s", state, id);
    known.put(record);
    return record;
  }
}
