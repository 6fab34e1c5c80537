package org.registan.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** One item for each rating of a refusal, described in the style of the report summaries. */
final class Items {

  private static final Map<String, List<Map<String, String>>> KINDS = by("rating", "items.csv");
  private static final Map<String, List<Map<String, String>>> PARAMETERS =
      by("text", "parameters.csv");
  private static final Map<String, Map<String, String>> TRANSLATIONS =
      DemoFiles.csv("item-translations.csv").stream()
          .collect(toUnmodifiableMap(row -> DemoFiles.cell(row, "text"), row -> row));
  private static final List<String> MAKERS =
      List.of("DEU", "ITA", "USA", "CHN", "TUR", "RUS", "IND");

  private Items() {}

  static ArrayNode of(Refusal refusal, String owner) {
    var items = DemoFiles.JSON.createArrayNode();
    for (var i = 0; i < refusal.ratings().size(); i++) {
      var chance = new Chance("item/" + refusal.group() + "/" + i);
      items.add(item(refusal.ratings().get(i), owner, chance));
    }
    return items;
  }

  private static ObjectNode item(Rating rating, String owner, Chance chance) {
    var kinds = KINDS.get(rating.code());
    if (kinds == null) {
      throw new IllegalStateException("no item text for " + rating);
    }
    var kind = chance.of(kinds);
    var item = DemoFiles.JSON.createObjectNode();
    if (rating.hasListCode()) {
      item.putArray("codes").addObject().put("list", rating.list()).put("code", rating.code());
    }
    item.set("description", description(DemoFiles.cell(kind, "text"), owner, chance));
    item.put("form", rating.form());
    var hs = DemoFiles.cell(kind, "hs");
    if (!hs.isEmpty() && chance.percent(60)) {
      item.put("hsCode", hs).put("hsEdition", "2022");
    }
    var cas = DemoFiles.cell(kind, "cas");
    if (!cas.isEmpty()) {
      item.putArray("casNumbers").add(cas);
    }
    addParameters(item, DemoFiles.cell(kind, "text"), chance);
    addQuantity(item, kind, chance);
    if (chance.percent(25)) {
      var maker = Country.coded(chance.of(MAKERS));
      item.put("manufacturer", Invention.organisation(maker, chance.below(20)).name().latin());
    }
    return item;
  }

  private static ArrayNode description(String text, String owner, Chance chance) {
    var byLanguage = DemoFiles.JSON.createObjectNode().put("en", text);
    TRANSLATIONS.getOrDefault(text, Map.of()).forEach(byLanguage::put);
    return Texts.of(byLanguage, owner, chance);
  }

  private static void addParameters(ObjectNode item, String text, Chance chance) {
    var parameters = PARAMETERS.get(text);
    if (parameters == null || chance.percent(35)) {
      return;
    }
    var array = item.putArray("technicalParameters");
    for (var parameter : parameters) {
      var values = List.of(DemoFiles.cell(parameter, "values").split("\\|", -1));
      var node =
          array
              .addObject()
              .put("name", DemoFiles.cell(parameter, "name"))
              .put("value", chance.of(values));
      var unit = DemoFiles.cell(parameter, "unit");
      if (!unit.isEmpty()) {
        node.put("unit", unit);
      }
    }
  }

  private static void addQuantity(ObjectNode item, Map<String, String> kind, Chance chance) {
    var unit = DemoFiles.cell(kind, "unit");
    if (unit.isEmpty() || chance.percent(30)) {
      return;
    }
    var most = Integer.parseInt(DemoFiles.cell(kind, "most"));
    item.putObject("quantity")
        .put("amount", Integer.toString(chance.between(1, most)))
        .put("unit", unit);
  }

  private static Map<String, List<Map<String, String>>> by(String column, String file) {
    return DemoFiles.csv(file).stream().collect(groupingBy(row -> DemoFiles.cell(row, column)));
  }
}
