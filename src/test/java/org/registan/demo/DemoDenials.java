package org.registan.demo;

import static java.util.Comparator.naturalOrder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The published refusals as denials of three states: the same drafts on the same day, always. */
final class DemoDenials {

  /** Stands on every one of them. */
  static final String CAVEAT = "SAMPLE: NOT AN ACT OF ANY STATE";

  private DemoDenials() {}

  /** All of them, oldest first, dated for the week that ends with the day of loading. */
  static List<DemoDenial> of(LocalDate loadingDay) {
    return shifted(weeks(loadingDay));
  }

  /**
   * By how many weeks every date moves. The last decision was on a Friday; it falls on the Friday
   * of the loading day's ISO week or, when that is still to come, on the one before: no decision
   * lies in the future, and the last is never more than six days old.
   */
  static long weeks(LocalDate loadingDay) {
    var last = Refusal.all().stream().map(Refusal::date).max(naturalOrder()).orElseThrow();
    return Math.floorDiv(ChronoUnit.DAYS.between(last, loadingDay), 7);
  }

  static List<DemoDenial> shifted(long weeks) {
    return Refusal.all().stream().map(refusal -> denial(refusal, weeks)).toList();
  }

  private static DemoDenial denial(Refusal refusal, long weeks) {
    var owner = Owners.of(refusal);
    return new DemoDenial(refusal.group(), owner, draft(refusal, owner, weeks));
  }

  private static ObjectNode draft(Refusal refusal, String owner, long weeks) {
    var destination = Country.named(refusal.destination());
    var act = Act.of(refusal, owner);
    var reasons = ReasonCodes.of(refusal);
    var draft = DemoFiles.JSON.createObjectNode();
    draft.put("denialKind", act.denialKind());
    draft.put("authorisationType", act.authorisationType());
    draft.put("decisionDate", refusal.date().plusWeeks(weeks).toString());
    draft.put(
        "controlBasis",
        refusal.ratings().stream().map(Rating::basis).min(naturalOrder()).orElseThrow().name());
    draft.set("items", Items.of(refusal, owner));
    draft.put("destination", destination.alpha3());
    draft.set("parties", new Parties(refusal, owner, destination).all(act));
    reasons.forEach(draft.putArray("reasonCodes")::add);
    Circumstances.addTo(draft, refusal, owner, reasons);
    Handling.addTo(draft, refusal, owner);
    NationalFields.addTo(draft, refusal, owner);
    return draft;
  }
}
