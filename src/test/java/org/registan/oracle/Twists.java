package org.registan.oracle;

import static org.registan.oracle.Attributes.elements;
import static org.registan.oracle.Attributes.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What laws change in a situation. */
final class Twists {

  private Twists() {}

  static Stream<ObjectNode> twiceAndReversed(Stream<ObjectNode> rules) {
    List<ObjectNode> list = new ArrayList<>(rules.flatMap(rule -> Stream.of(rule, rule)).toList());
    Collections.reverse(list);
    return list.stream();
  }

  static Situation withOneOff(Situation situation, String recipient, long seconds) {
    List<OneOff> oneOffs = new ArrayList<>(situation.oneOffs());
    oneOffs.add(
        new OneOff(
            situation.record(), recipient, Level.DETAIL, situation.asOf().plusSeconds(seconds)));
    return situation.oneOffs(oneOffs);
  }

  /** Whoever was on the list and is among these; these, where there was no list. */
  static Situation releasableOnlyTo(Situation situation, List<String> named) {
    ObjectNode draft = situation.draft().deepCopy();
    List<String> before = texts(elements(draft.path("releasableTo")));
    boolean narrowed = draft.has("releasableTo");
    ArrayNode narrower = draft.putArray("releasableTo");
    named.stream().filter(each -> !narrowed || before.contains(each)).forEach(narrower::add);
    return situation.draft(draft);
  }

  /** GREEN and CLEAR become AMBER, unless a rule asks for the label. */
  static Situation amberIfOpen(Trial trial) {
    ObjectNode draft = trial.situation().draft().deepCopy();
    JsonNode rules = Json.arrayOf(trial.rules());
    boolean open = Set.of("GREEN", "CLEAR").contains(draft.path("label").path("tlp").asText());
    if (open && !rules.findValuesAsText("attribute").contains("label")) {
      draft.withObject("/label").put("tlp", "AMBER");
    }
    return trial.situation().draft(draft);
  }

  static Situation receivedFromRegime(Situation situation) {
    ObjectNode draft = situation.draft().deepCopy();
    return situation.draft(draft.put("regimeSourced", "NSG"));
  }

  /** Nobody but owner and recipient, and nothing of other records. */
  static Situation withoutThirdParties(Situation situation) {
    Set<String> two = Set.of(situation.owner(), situation.recipient());
    var inForce = new HashMap<>(situation.inForce());
    inForce.keySet().retainAll(two);
    return situation
        .inForce(inForce)
        .participants(
            situation.participants().stream().filter(each -> two.contains(each.code())).toList())
        .oneOffs(
            situation.oneOffs().stream()
                .filter(each -> each.record().equals(situation.record()))
                .toList());
  }

  /** The recipient's own policy without the rules that ask for more than reciprocity. */
  static Situation recipientsUnconditionalRules(Trial trial) {
    return trial.withPolicyOf(
        trial.situation().recipient(),
        rules ->
            rules.filter(
                rule -> elements(rule.path("when")).allMatch(each -> each.has("reciprocity"))));
  }

  static Situation adoptedAfresh(Trial trial) {
    return trial.withAdopted(
        trial.situation().owner(),
        adopted -> new Adopted(adopted.policy(), trial.situation().now()));
  }

  static Situation withoutPermits(Trial trial) {
    return trial
        .withRules(rules -> rules.filter(rule -> !Effects.is(rule, "PERMIT")))
        .oneOffs(List.of());
  }
}
