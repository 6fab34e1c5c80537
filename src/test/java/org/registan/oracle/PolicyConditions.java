package org.registan.oracle;

import static org.registan.oracle.Json.must;
import static org.registan.oracle.Json.object;
import static org.registan.oracle.Json.some;
import static org.registan.oracle.Json.text;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Random conditions of every form the contract has. */
final class PolicyConditions {

  private PolicyConditions() {}

  static Arbitrary<ObjectNode> of(Cast cast, String owner) {
    List<String> countries = cast.countriesBut(owner);
    List<String> reasons = Stream.concat(Codes.REASONS.stream(), Stream.of("R99")).toList();
    List<String> bases = Stream.concat(Codes.LISTS.stream(), Codes.CATCH_ALLS.stream()).toList();
    return Arbitraries.frequencyOf(
        Tuple.of(3, attribute("denialKind", Codes.KINDS, 3, 7)),
        Tuple.of(3, attribute("controlBasis", bases, 1, 4)),
        Tuple.of(3, attribute("destination", countries, 1, 4)),
        Tuple.of(3, attribute("partyCountry", countries, 2, 5)),
        Tuple.of(3, attribute("reason", reasons, 8, 20)),
        Tuple.of(2, attribute("label", Codes.LABELS, 1, 3)),
        Tuple.of(3, isRecipient()),
        Tuple.of(1, recipient("regime", Codes.REGIMES)),
        Tuple.of(1, recipient("adherence", Codes.REGIMES)),
        Tuple.of(1, recipient("group", Policies.GROUPS)),
        Tuple.of(3, must("reciprocity", text("CONTACT", "CORE", "DETAIL"))));
  }

  private static Arbitrary<ObjectNode> attribute(
      String name, List<String> values, int fewest, int most) {
    return object(must("attribute", text(name)), inOrNot(values, fewest, most));
  }

  private static Arbitrary<ObjectNode> recipient(String what, List<String> values) {
    return object(must("recipient", text(what)), inOrNot(values, 1, 2));
  }

  private static Arbitrary<ObjectNode> inOrNot(List<String> values, int fewest, int most) {
    return Arbitraries.oneOf(
        must("in", some(values, fewest, most)), must("notIn", some(values, 1, fewest)));
  }

  private static Arbitrary<ObjectNode> isRecipient() {
    return object(
        must("attribute", text("destination", "partyCountry")),
        must("isRecipient", Arbitraries.of(BooleanNode.TRUE, BooleanNode.FALSE)));
  }
}
