package org.registan.oracle;

import static org.registan.oracle.Json.array;
import static org.registan.oracle.Json.may;
import static org.registan.oracle.Json.must;
import static org.registan.oracle.Json.object;
import static org.registan.oracle.Json.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitrary;

/** Random members of denials that never leave the owner. */
final class DraftOwnParts {

  private DraftOwnParts() {}

  static Arbitrary<ObjectNode> any() {
    return object(
        may(0.3, "nationalReference", text("SEC/114/2026", "КПР-77")),
        may(0.3, "exporter", exporter()),
        may(0.3, "value", value()),
        may(0.2, "contract", text("C-2026-9", "Contract 44/UZ")),
        may(0.4, "notes", text("Seen before", "Ask the customs service", "Тайно")));
  }

  private static Arbitrary<ObjectNode> exporter() {
    Arbitrary<ObjectNode> name =
        object(must("text", DraftTexts.names()), must("type", text("PRIMARY")));
    return object(
        may(0.4, "kind", text("PERSON", "ORGANISATION")),
        must("names", array(name, 1, 1)),
        may(0.3, "identifiers", array(DraftParties.identifier(), 1, 1)),
        may(0.3, "address", DraftParties.address()));
  }

  private static Arbitrary<ObjectNode> value() {
    return object(
        must("amount", text("1500.50", "4", "1000000")),
        must("currency", text("USD", "EUR", "PKR")));
  }
}
