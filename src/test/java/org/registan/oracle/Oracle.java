package org.registan.oracle;

import static org.registan.oracle.Attributes.elements;
import static org.registan.oracle.Attributes.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** DESIGN 4 as a reader would apply it by hand, sentence after sentence. */
public final class Oracle implements Interpreter {

  @Override
  public Level level(Situation situation) {
    if (situation.recipient().equals(situation.owner())) {
      return Level.OWNER;
    }
    if (situation.member(situation.recipient()).isEmpty()
        || situation.held()
        || situation.stopped().contains(situation.owner())
        || situation.draft().has("regimeSourced")) {
      return Level.NONE;
    }
    return underPolicy(situation).orLess(labelCap(situation)).orLess(releasableToCap(situation));
  }

  /** The lower of what the facts at the approval gave and of what the facts of today give. */
  private static Level underPolicy(Situation situation) {
    Adopted adopted = situation.inForce().get(situation.owner());
    if (adopted == null) {
      return oneOff(situation);
    }
    return underFacts(situation, adopted.policy(), adopted.atApproval())
        .orLess(underFacts(situation, adopted.policy(), situation.now()));
  }

  private static Level underFacts(Situation situation, JsonNode policy, Facts facts) {
    List<JsonNode> matching =
        elements(policy.path("rules"))
            .filter(rule -> matches(situation, policy, rule, facts))
            .toList();
    return Effects.forbids(matching)
        ? Level.NONE
        : Effects.permitted(matching).orMore(oneOff(situation));
  }

  private static boolean matches(Situation situation, JsonNode policy, JsonNode rule, Facts facts) {
    boolean inPermit = Effects.is(rule, "PERMIT");
    Conditions conditions = new Conditions(situation, policy, facts);
    return Conditions.speaksTo(policy, rule, situation.recipient(), facts)
        && elements(rule.path("when")).allMatch(each -> conditions.holds(each, inPermit));
  }

  private static Level oneOff(Situation situation) {
    return situation.oneOffs().stream()
        .filter(each -> each.record().equals(situation.record()))
        .filter(each -> each.recipient().equals(situation.recipient()))
        .filter(each -> each.until().isAfter(situation.asOf()))
        .map(OneOff::level)
        .reduce(Level.NONE, Level::orMore);
  }

  private static Level labelCap(Situation situation) {
    boolean state = situation.member(situation.recipient()).map(Member::state).orElse(false);
    boolean open =
        switch (situation.draft().path("label").path("tlp").asText()) {
          case "RED" -> named(situation);
          case "AMBER+STRICT", "AMBER" -> state;
          case "GREEN", "CLEAR" -> true;
          default -> throw new IllegalArgumentException("no such label: " + situation.draft());
        };
    return open ? Level.OWNER : Level.NONE;
  }

  private static Level releasableToCap(Situation situation) {
    boolean open = !situation.draft().has("releasableTo") || named(situation);
    return open ? Level.OWNER : Level.NONE;
  }

  private static boolean named(Situation situation) {
    return texts(elements(situation.draft().path("releasableTo"))).contains(situation.recipient());
  }
}
