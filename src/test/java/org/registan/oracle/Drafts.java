package org.registan.oracle;

import static org.registan.oracle.Json.array;
import static org.registan.oracle.Json.may;
import static org.registan.oracle.Json.must;
import static org.registan.oracle.Json.object;
import static org.registan.oracle.Json.some;
import static org.registan.oracle.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Random denials: small, valid, and with attributes that the random policies ask for. */
final class Drafts {

  private Drafts() {}

  static Arbitrary<ObjectNode> of(Cast cast, String owner) {
    List<String> countries = cast.countriesBut(owner);
    return object(
        must("denialKind", text(Codes.KINDS)),
        must("authorisationType", text(Codes.AUTHORISATIONS)),
        must("decisionDate", text(dates())),
        may(0.3, "legalBasis", array(text("Act V of 2004, s. 4", "SRO 450(I)/2009"), 1, 2)),
        basisAndItems(),
        must("destination", text(countries)),
        may(0.2, "transitCountries", some(countries, 1, 2)),
        DraftParties.of(countries),
        may(0.4, "statedEndUse", DraftTexts.texts()),
        may(0.4, "endUseClass", text(Codes.END_USE_CLASSES)),
        reasons(),
        may(0.3, "underAppeal", Json.yes()),
        labelAndReleasableTo(cast.namedBut(owner)),
        may(0.3, "caveats", array(text("SAMPLE: NOT AN ACT OF ANY STATE"), 1, 1)),
        may(0.03, "regimeSourced", text(Codes.REGIMES)),
        may(0.2, "regimeReferences", array(regimeReference(), 1, 2)),
        DraftOwnParts.any());
  }

  private static Arbitrary<String> dates() {
    return Arbitraries.integers()
        .between(0, 3650)
        .map(days -> LocalDate.of(2016, 1, 1).plusDays(days).toString());
  }

  /** LISTED and NATIONAL_LIST ask for item codes; the others do with and without. */
  private static Arbitrary<ObjectNode> basisAndItems() {
    Arbitrary<ObjectNode> listed =
        object(must("controlBasis", text(Codes.LISTS)), items(DraftItems.of(1)));
    Arbitrary<ObjectNode> caught =
        object(must("controlBasis", text(Codes.CATCH_ALLS)), items(DraftItems.of(0)));
    return Arbitraries.oneOf(listed, caught);
  }

  private static Arbitrary<ObjectNode> items(Arbitrary<ObjectNode> item) {
    return must("items", array(item, 1, 2));
  }

  private static Arbitrary<ObjectNode> reasons() {
    Arbitrary<ObjectNode> usual =
        object(
            must("reasonCodes", some(Codes.REASONS, 1, 3)),
            may(0.5, "reasonNarrative", narrative()));
    Arbitrary<ObjectNode> other =
        object(
            must("reasonCodes", array(text(Codes.OTHER_REASON), 1, 1)),
            must("reasonNarrative", narrative()));
    return Arbitraries.frequencyOf(Tuple.of(9, usual), Tuple.of(1, other));
  }

  private static Arbitrary<ObjectNode> narrative() {
    return object(must("texts", DraftTexts.texts()), may(0.5, "label", label(text(Codes.LABELS))));
  }

  private static Arbitrary<ObjectNode> label(Arbitrary<JsonNode> tlp) {
    return object(
        must("tlp", tlp), may(0.2, "nationalMarking", text("UNCLASSIFIED", "OFFICIAL_USE")));
  }

  /** RED must name somebody; the others may name some or nobody. */
  private static Arbitrary<ObjectNode> labelAndReleasableTo(List<String> recipients) {
    Arbitrary<JsonNode> open =
        Arbitraries.frequencyOf(
            Tuple.of(4, text("GREEN")),
            Tuple.of(2, text("CLEAR")),
            Tuple.of(3, text("AMBER")),
            Tuple.of(1, text("AMBER+STRICT")));
    Arbitrary<ObjectNode> usual =
        object(must("label", label(open)), may(0.1, "releasableTo", some(recipients, 0, 3)));
    Arbitrary<ObjectNode> red =
        object(must("label", label(text("RED"))), must("releasableTo", some(recipients, 1, 3)));
    return Arbitraries.frequencyOf(Tuple.of(12, usual), Tuple.of(1, red));
  }

  private static Arbitrary<ObjectNode> regimeReference() {
    return object(
        must("regime", text(Codes.REGIMES)), must("reference", text("D/2026/17", "AG-0042")));
  }
}
