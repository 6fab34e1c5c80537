package org.registan.oracle;

import static org.registan.oracle.Json.array;
import static org.registan.oracle.Json.may;
import static org.registan.oracle.Json.must;
import static org.registan.oracle.Json.object;
import static org.registan.oracle.Json.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random items of denials. */
final class DraftItems {

  private DraftItems() {}

  static Arbitrary<ObjectNode> of(int fewestCodes) {
    return object(
        fewestCodes == 0
            ? may(0.4, "codes", array(code(), 1, 2))
            : must("codes", array(code(), fewestCodes, 2)),
        must("description", DraftTexts.texts()),
        must("form", text(Codes.FORMS)),
        hs(),
        may(0.2, "casNumbers", array(text("7732-18-5", "107-44-8", "50782-69-9"), 1, 2)),
        may(0.3, "technicalParameters", array(parameter(), 1, 2)),
        may(0.3, "quantity", quantity()),
        may(0.3, "manufacturer", text("Kardan Gaskets", "Завод «Гранит»", "Ravi Alloys")));
  }

  private static Arbitrary<ObjectNode> code() {
    Arbitrary<ObjectNode> dualUse =
        object(
            must("list", text("EU")),
            must("code", text("2B350.a", "1C350", "5A002", "6A205", "9A104", "3A001.a.1")),
            may(0.2, "edition", text("2025")));
    Arbitrary<ObjectNode> military =
        object(must("list", text("ML")), must("code", text("ML10.b", "ML1")));
    return Arbitraries.oneOf(dualUse, military);
  }

  private static Arbitrary<ObjectNode> hs() {
    return Arbitraries.oneOf(
        object(),
        object(must("hsCode", text("841989", "84798970", "2903190000", "854370"))),
        object(must("hsCode", text("841989", "903149")), must("hsEdition", text("2022"))));
  }

  private static Arbitrary<ObjectNode> parameter() {
    return object(
        must("name", text("capacity", "frequency", "wall thickness")),
        must("value", text("0.1 to 20", "600", "≥ 3")),
        may(0.5, "unit", text("m3", "Hz", "mm")));
  }

  private static Arbitrary<ObjectNode> quantity() {
    return object(
        must("amount", text("4", "12.5", "0.001", "250000")),
        must("unit", text("C62", "KGM", "LTR")));
  }
}
