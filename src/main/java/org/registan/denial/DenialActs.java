package org.registan.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.registan.record.Act;
import org.registan.record.Deadline;
import org.registan.record.Moment;
import org.registan.record.Row;
import org.registan.record.Status;
import org.registan.record.Term;

/**
 * The life of a denial: notified, amended, renewed, suspended and finally assessed, and ended:
 * revoked, lapsed at its term, or withdrawn because issued in error.
 */
final class DenialActs {

  static final String IN_FORCE = "IN_FORCE";
  static final String REVOKED = "REVOKED";
  static final String LAPSED = "LAPSED";

  static final String AMEND = "amend";
  static final String RENEW = "renew";
  static final String SUSPEND = "suspend";
  static final String ASSESS = "final-assessment";
  static final String REVOKE = "revoke";

  /** The outcome of a final assessment with which the denial no longer stands. */
  static final String LIFTED = "LIFTED";

  private static final String SUSPENSION = "SUSPENSION";
  private static final int MONTHS_OF_NOTICE = 3;

  static final List<Act> ALL =
      List.of(
          new Act(Act.NOTIFY, Set.of(Status.DRAFT), IN_FORCE, false, DenialActs::notified),
          new Act(AMEND, Set.of(IN_FORCE), IN_FORCE, true, (life, request, moment) -> {}),
          new Act(RENEW, Set.of(IN_FORCE), IN_FORCE, false, DenialActs::renewed),
          new Act(
              SUSPEND,
              row -> row.status().equals(IN_FORCE) && !isSuspended(row),
              request -> IN_FORCE,
              false,
              DenialActs::suspended),
          new Act(
              ASSESS,
              row -> row.status().equals(IN_FORCE) && isSuspended(row),
              request -> outcome(request).equals(LIFTED) ? REVOKED : IN_FORCE,
              false,
              DenialActs::assessed),
          new Act(REVOKE, Set.of(IN_FORCE), REVOKED, false, DenialActs::revoked),
          Act.withdrawal(Set.of(IN_FORCE, REVOKED, LAPSED)));

  /** What the acts note in a denial, by the names under which a view has it. */
  static final List<String> NOTED =
      List.of(
          "notificationDate",
          "validUntil",
          "reviewDue",
          "renewal.date",
          "renewal.text",
          "suspension.date",
          "suspension.expectedEnd",
          "suspension.text",
          "finalAssessment.date",
          "finalAssessment.outcome",
          "finalAssessment.text",
          "revocation.date",
          "revocation.reason",
          "revocation.text",
          "withdrawal.date",
          "withdrawal.reason");

  private static final Act LAPSE =
      new Act("lapse", Set.of(IN_FORCE), LAPSED, false, (life, request, moment) -> {});

  private DenialActs() {}

  /** What lies ahead of a denial in force: a reminder, then its lapse or review. */
  static List<Deadline> deadlines(Row row) {
    if (!row.status().equals(IN_FORCE)) {
      return List.of();
    }
    var life = row.life();
    if (life.hasNonNull("validUntil")) {
      var last = date(life, "validUntil");
      return List.of(reminder(last), new Deadline("lapse", last.plusDays(1), LAPSE));
    }
    if (life.hasNonNull("reviewDue")) {
      var review = date(life, "reviewDue");
      return List.of(reminder(review), new Deadline("review-due", review, null));
    }
    return List.of();
  }

  /** The first day on which a denial no longer stood. */
  static Optional<LocalDate> ended(Row row) {
    return switch (row.status()) {
      case LAPSED -> Optional.of(date(row.life(), "validUntil").plusDays(1));
      case REVOKED -> Optional.of(date(row.life().path(revoking(row)), "date"));
      case Status.ISSUED_IN_ERROR -> Optional.of(date(row.life().path("withdrawal"), "date"));
      default -> Optional.empty();
    };
  }

  private static String revoking(Row row) {
    return row.life().has("revocation") ? "revocation" : "finalAssessment";
  }

  private static Deadline reminder(LocalDate end) {
    return new Deadline("term-ends-soon", end.minusMonths(MONTHS_OF_NOTICE), null);
  }

  /**
   * Whether a final assessment is awaited: of the denial's own suspension, or of the authorisation
   * whose suspension it tells of (EU 2021/821 Art. 16(1)).
   */
  private static boolean isSuspended(Row row) {
    var told = row.content().path("denialKind").asText().equals(SUSPENSION);
    return (told || row.life().has("suspension")) && !row.life().has("finalAssessment");
  }

  static String outcome(JsonNode request) {
    return request.path("outcome").asText();
  }

  private static void notified(ObjectNode life, JsonNode request, Moment moment) {
    life.put("notificationDate", moment.today().toString());
    beginTerm(life, moment);
  }

  private static void renewed(ObjectNode life, JsonNode request, Moment moment) {
    var renewal = life.putObject("renewal").put("date", moment.today().toString());
    say(renewal, request, "renewText");
    beginTerm(life, moment);
  }

  /** What is printed now holds for the whole term, whatever the owner settles for later ones. */
  private static void beginTerm(ObjectNode life, Moment moment) {
    life.remove(List.of("validUntil", "reviewDue"));
    var end = moment.today().plusMonths(moment.term().months()).toString();
    life.put(moment.term().atTerm() == Term.AtTerm.LAPSE ? "validUntil" : "reviewDue", end);
  }

  private static void suspended(ObjectNode life, JsonNode request, Moment moment) {
    life.remove("finalAssessment");
    var suspension = life.putObject("suspension").put("date", moment.today().toString());
    say(suspension, request, "suspendText");
    if (request.hasNonNull("expectedEnd")) {
      suspension.put("expectedEnd", request.path("expectedEnd").asText());
    }
  }

  private static void assessed(ObjectNode life, JsonNode request, Moment moment) {
    var assessment = life.putObject("finalAssessment").put("date", moment.today().toString());
    assessment.put("outcome", outcome(request));
    say(assessment, request, "assessmentText");
  }

  private static void revoked(ObjectNode life, JsonNode request, Moment moment) {
    var revocation = life.putObject("revocation").put("date", moment.today().toString());
    revocation.put("reason", request.path("revokeReason").asText());
    say(revocation, request, "revokeText");
  }

  private static void say(ObjectNode act, JsonNode request, String text) {
    if (request.hasNonNull(text)) {
      act.put("text", request.path(text).asText());
    }
  }

  private static LocalDate date(JsonNode life, String name) {
    return LocalDate.parse(life.path(name).asText());
  }
}
