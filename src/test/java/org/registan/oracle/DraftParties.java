package org.registan.oracle;

import static org.registan.oracle.Json.array;
import static org.registan.oracle.Json.may;
import static org.registan.oracle.Json.must;
import static org.registan.oracle.Json.object;
import static org.registan.oracle.Json.some;
import static org.registan.oracle.Json.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random parties of denials: somebody who receives, others beside it, or nobody known. */
final class DraftParties {

  private DraftParties() {}

  static Arbitrary<ObjectNode> of(List<String> countries) {
    Arbitrary<ObjectNode> known =
        must(
            "parties",
            concat(
                array(party(countries, receiving()), 1, 1),
                array(party(countries, some(Codes.OTHER_ROLES, 1, 2)), 0, 2)));
    Arbitrary<ObjectNode> unknown =
        object(
            must("partiesUnknown", Json.yes()),
            Arbitraries.oneOf(
                object(),
                must("parties", array(party(countries, some(Codes.OTHER_ROLES, 1, 1)), 1, 1))));
    return Arbitraries.frequencyOf(Tuple.of(8, known), Tuple.of(2, unknown));
  }

  private static Arbitrary<ObjectNode> party(List<String> countries, Arbitrary<ArrayNode> roles) {
    return object(
        must("roles", roles),
        must("kind", text(Codes.PARTY_KINDS)),
        must(
            "names",
            concat(
                array(name("PRIMARY"), 1, 1),
                array(Arbitraries.of(Codes.OTHER_NAME_TYPES).flatMap(DraftParties::name), 0, 2))),
        must("country", text(countries)),
        may(0.4, "identifiers", array(identifier(), 1, 2)),
        may(0.4, "address", address()));
  }

  private static Arbitrary<ArrayNode> receiving() {
    return concat(some(Codes.RECEIVING_ROLES, 1, 2), some(Codes.OTHER_ROLES, 0, 1));
  }

  private static Arbitrary<ObjectNode> name(String type) {
    return object(must("text", DraftTexts.names()), must("type", text(type)), language());
  }

  private static Arbitrary<ObjectNode> language() {
    return may(0.4, "lang", text("en", "ru", "kk", "uz-Latn", "ur"));
  }

  static Arbitrary<ObjectNode> identifier() {
    return Arbitraries.of(
            List.of(
                List.of("REGISTRATION_NO", "SRN-00417"),
                List.of("BIN", "991040000123"),
                List.of("INN", "301234567"),
                List.of("NTN", "1234567-8"),
                List.of("LEI", "529900T8BM49AURSDO55"),
                List.of("IMO", "9074729"),
                List.of("PASSPORT", "AB1234567"),
                List.of("TAX_ID", "77-0042")))
        .map(each -> Json.empty().put("scheme", each.get(0)).put("value", each.get(1)));
  }

  static Arbitrary<ObjectNode> address() {
    return object(
        must("locality", text("Kabul", "Шымкент", "Namangan", "کوئٹہ")),
        may(0.4, "street", text("12 Bazaar Road", "ул. Абая, 7")),
        may(0.3, "region", text("Balkh", "Fergana")),
        may(0.3, "postalCode", text("160000", "1001")),
        may(0.3, "raw", DraftTexts.texts()));
  }

  static Arbitrary<ArrayNode> concat(Arbitrary<ArrayNode> first, Arbitrary<ArrayNode> second) {
    return Combinators.combine(first, second)
        .as((a, b) -> Json.arrayOf(Stream.of(a, b).flatMap(Attributes::elements).toList()));
  }
}
