package org.registan.denial;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.registan.codes.CodeLists;
import org.registan.record.Act;
import org.registan.record.Row;
import org.registan.web.Fault;

/** What does not hold together in a request that fits the contract, for an act on a denial. */
record ActCheck(CodeLists codes, Row row, JsonNode request, LocalDate today) {

  List<Fault> faults(Act act) {
    return switch (act.name()) {
      case Act.NOTIFY -> decidedBy("/decisionDate", row.content(), today);
      case DenialActs.AMEND ->
          decidedBy("/content/decisionDate", request.path("content"), notified());
      case DenialActs.SUSPEND -> suspension();
      case DenialActs.ASSESS ->
          reason("outcome", "assessment-outcomes", "CONFIRMED_IN_PART", "assessmentText");
      case DenialActs.REVOKE -> reason("revokeReason", "revoke-reasons", "OTHER", "revokeText");
      default -> List.of();
    };
  }

  private LocalDate notified() {
    return LocalDate.parse(row.life().path("notificationDate").asText());
  }

  /** A denial is notified when it has been decided, by the owner's own days. */
  private static List<Fault> decidedBy(String at, JsonNode content, LocalDate notification) {
    var decided = LocalDate.parse(content.path("decisionDate").asText());
    return decided.isAfter(notification)
        ? List.of(Fault.at(at, "is after the notification"))
        : List.of();
  }

  private List<Fault> suspension() {
    var end = request.path("expectedEnd");
    return end.isTextual() && !LocalDate.parse(end.asText()).isAfter(today)
        ? List.of(Fault.at("/expectedEnd", "is not in the future"))
        : List.of();
  }

  /** A reason of a code list, one of which asks for a text. */
  private List<Fault> reason(String field, String list, String needsText, String text) {
    var faults = new ArrayList<Fault>();
    var given = request.path(field).asText();
    codes.refusal(list, given, today).ifPresent(it -> faults.add(Fault.at("/" + field, it)));
    if (given.equals(needsText) && !request.hasNonNull(text)) {
      faults.add(Fault.at("/" + text, "is required with " + needsText));
    }
    return faults;
  }
}
