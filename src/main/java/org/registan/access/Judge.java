package org.registan.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.registan.access.Decision.Reason;
import org.registan.access.Decision.What;
import org.registan.kernel.Level;

/**
 * The one pure function that decides what a recipient sees of a record (DESIGN 4): level =
 * min(highest permit, every matching limit, label cap, releasableTo); a matching forbid gives NONE.
 * What was submitted to a recipient for good is beyond all of it. Materialising, checking,
 * explaining and rehearsing all call it.
 */
public final class Judge {

  private Judge() {}

  /**
   * Everything a decision rests on.
   *
   * @param held the record is on hold
   * @param stopped the owner's stop switch is pulled
   * @param approved the recipient as it was when the policy was approved
   * @param current the recipient as it is now: what the owner did not confirm may only narrow
   */
  public record Case(
      Policy policy,
      boolean stopped,
      Subject subject,
      boolean held,
      Recipient approved,
      Recipient current,
      List<OneOff> oneOffs,
      Instant asOf) {}

  public static Decision judge(Case on) {
    var now = judge(on, on.current());
    if (on.approved().equals(on.current())) {
      return now;
    }
    var then = judge(on, on.approved());
    return then.level().compareTo(now.level()) < 0 ? then : now;
  }

  /** The level that {@code policy}'s standing offer gives {@code partner}. */
  public static Level offer(Policy policy, boolean stopped, Recipient partner) {
    if (stopped) {
      return Level.NONE;
    }
    var anything = new Subject(java.util.Map.of(), "CLEAR", null, false);
    // A rule whose only condition is reciprocity was reduced to an unconditional one before.
    return rules(policy.standingOffer(), anything, partner, List.of(), new ArrayList<>());
  }

  private static Decision judge(Case on, Recipient recipient) {
    var subject = on.subject();
    var reasons = new ArrayList<Reason>();
    if (subject.givenTo().contains(recipient.code())) {
      return new Decision(Level.DETAIL, List.of(Reason.of(What.SUBMITTED, Level.DETAIL)));
    }
    if (on.stopped()) {
      return none(What.STOPPED);
    }
    if (on.held()) {
      return none(What.HELD);
    }
    if (subject.regimeSourced()) {
      return none(What.REGIME_SOURCED);
    }
    var oneOffs = on.oneOffs().stream().filter(it -> it.until().isAfter(on.asOf())).toList();
    var level = rules(on.policy(), subject, recipient, oneOffs, reasons);
    if (!labelAdmits(subject, recipient)) {
      reasons.add(Reason.of(What.LABEL, Level.NONE));
      level = Level.NONE;
    }
    if (!subject.namedRecipients().map(it -> it.contains(recipient.code())).orElse(true)) {
      reasons.add(Reason.of(What.RELEASABLE_TO, Level.NONE));
      level = Level.NONE;
    }
    return new Decision(level, reasons);
  }

  private static Level rules(
      Policy policy,
      Subject subject,
      Recipient recipient,
      List<OneOff> oneOffs,
      List<Reason> reasons) {
    var permitted = Level.NONE;
    var limited = Level.DETAIL;
    var forbidden = false;
    for (int at = 0; at < policy.rules().size(); at++) {
      var rule = policy.rules().get(at);
      if (rule.matches(subject, recipient, policy.groupsOrNone())) {
        reasons.add(Reason.of(at + 1, rule));
        switch (rule.effect()) {
          case PERMIT -> permitted = permitted.max(rule.levelOr(Level.NONE));
          case LIMIT -> limited = limited.min(rule.levelOr(Level.NONE));
          case FORBID -> forbidden = true;
        }
      }
    }
    if (permitted == Level.NONE) {
      reasons.add(Reason.of(What.NO_PERMIT, Level.NONE));
    }
    var level = permitted.min(limited);
    for (var oneOff : oneOffs) {
      reasons.add(Reason.of(What.ONE_OFF, oneOff.level()));
      level = level.max(oneOff.level());
    }
    return forbidden ? Level.NONE : level;
  }

  /** RED reaches only those named; AMBER and AMBER+STRICT only states; the others anyone. */
  private static boolean labelAdmits(Subject subject, Recipient recipient) {
    return switch (subject.tlp()) {
      case "GREEN", "CLEAR" -> true;
      case "AMBER", "AMBER+STRICT" -> recipient.state();
      default -> subject.namedRecipients().map(it -> it.contains(recipient.code())).orElse(false);
    };
  }

  private static Decision none(What what) {
    return new Decision(Level.NONE, List.of(Reason.of(what, Level.NONE)));
  }
}
