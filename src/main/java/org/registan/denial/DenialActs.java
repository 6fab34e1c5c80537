package org.registan.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.registan.record.Act;
import org.registan.record.Status;

/** The life of a denial: notified, amended, revoked, or withdrawn because issued in error. */
final class DenialActs {

  static final String IN_FORCE = "IN_FORCE";
  static final String REVOKED = "REVOKED";

  static final String AMEND = "amend";
  static final String REVOKE = "revoke";
  static final String WITHDRAW = "withdraw-in-error";

  /** Valid for 36 months from notification (EU 2021/821 Art. 16(2); the practice of the NSG). */
  private static final int MONTHS_VALID = 36;

  static final List<Act> ALL =
      List.of(
          new Act(Act.NOTIFY, Set.of(Status.DRAFT), IN_FORCE, false, DenialActs::notified),
          new Act(AMEND, Set.of(IN_FORCE), IN_FORCE, true, (life, request, today) -> {}),
          new Act(REVOKE, Set.of(IN_FORCE), REVOKED, false, DenialActs::revoked),
          new Act(
              WITHDRAW,
              Set.of(IN_FORCE, REVOKED),
              Status.ISSUED_IN_ERROR,
              false,
              DenialActs::withdrawn));

  /** What the acts note in a denial, by the names under which a view has it. */
  static final List<String> NOTED =
      List.of(
          "notificationDate",
          "validUntil",
          "revocation.date",
          "revocation.reason",
          "revocation.text",
          "withdrawal.date",
          "withdrawal.reason");

  private DenialActs() {}

  private static void notified(ObjectNode life, JsonNode request, LocalDate today) {
    life.put("notificationDate", today.toString());
    life.put("validUntil", today.plusMonths(MONTHS_VALID).toString());
  }

  private static void revoked(ObjectNode life, JsonNode request, LocalDate today) {
    var revocation =
        life.putObject("revocation")
            .put("date", today.toString())
            .put("reason", request.path("revokeReason").asText());
    if (request.hasNonNull("revokeText")) {
      revocation.put("text", request.path("revokeText").asText());
    }
  }

  private static void withdrawn(ObjectNode life, JsonNode request, LocalDate today) {
    life.putObject("withdrawal")
        .put("date", today.toString())
        .put("reason", request.path("errorText").asText());
  }
}
