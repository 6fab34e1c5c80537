package org.registan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What stays with the owner: exporter, value, contract and notes. */
final class NationalFields {

  private static final JsonNode NOTES = DemoFiles.json("wordings.json").path("notes");
  private static final int EXPORTERS = 25;
  private static final Map<String, List<String>> CURRENCIES =
      Map.of(
          "PAK", List.of("USD", "PKR", "CNY"),
          "KAZ", List.of("USD", "KZT", "EUR"),
          "UZB", List.of("USD", "EUR", "UZS"));

  private NationalFields() {}

  static void addTo(ObjectNode draft, Refusal refusal, String owner) {
    var chance = new Chance("national/" + refusal.group());
    draft.put("nationalReference", Owners.nationalReference(refusal, owner));
    if (chance.percent(75)) {
      draft.set("exporter", exporter(owner, chance));
    }
    if (chance.percent(60)) {
      draft
          .putObject("value")
          .put("amount", chance.between(2, 900) + "00." + chance.digits(2))
          .put("currency", chance.of(CURRENCIES.getOrDefault(owner, List.of("USD"))));
    }
    if (chance.percent(40)) {
      draft.put("contract", "SAMPLE " + chance.between(1, 400) + "/" + chance.digits(2));
    }
    if (chance.percent(20)) {
      draft.put("notes", NOTES.path(chance.below(NOTES.size())).textValue());
    }
  }

  private static ObjectNode exporter(String owner, Chance chance) {
    var invention =
        Invention.organisation(Country.coded(owner), Invention.POOL + chance.below(EXPORTERS));
    var exporter = DemoFiles.JSON.createObjectNode();
    exporter.set("names", Names.of(invention, chance));
    exporter.set("identifiers", Identifiers.of(invention));
    if (chance.percent(50)) {
      exporter.set("address", Parties.address(invention));
    }
    return exporter;
  }
}
