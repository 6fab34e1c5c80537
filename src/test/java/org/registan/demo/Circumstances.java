package org.registan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** The stated end use, the narrative, the law, the way and the appeal of a denial. */
final class Circumstances {

  private static final JsonNode WORDINGS = DemoFiles.json("wordings.json");

  private Circumstances() {}

  static void addTo(ObjectNode draft, Refusal refusal, String owner, List<String> reasons) {
    var chance = new Chance("circumstances/" + refusal.group());
    if (chance.percent(70)) {
      var use = chance.of(endUseClasses(refusal.ratings().getFirst()));
      draft.set(
          "statedEndUse", Texts.of(one(WORDINGS.path("endUse").path(use), chance), owner, chance));
      draft.put("endUseClass", use);
    }
    if (reasons.contains("R99") || chance.percent(65)) {
      var wordings = WORDINGS.path("narrative").path(chance.of(reasons));
      var narrative = draft.putObject("reasonNarrative");
      narrative.set("texts", Texts.of(one(wordings, chance), owner, chance));
      if (chance.percent(8)) {
        narrative.putObject("label").put("tlp", "AMBER+STRICT");
      }
    }
    draft.putArray("legalBasis").add(law(owner));
    if (chance.percent(12)) {
      var way =
          Stream.of("ARE", "TUR", "GEO", "CHN", "OMN")
              .filter(code -> !code.equals(draft.path("destination").textValue()))
              .toList();
      draft.putArray("transitCountries").add(chance.of(way));
    }
    if (chance.percent(4)) {
      draft.put("underAppeal", true);
    }
  }

  private static JsonNode one(JsonNode wordings, Chance chance) {
    return wordings.path(chance.below(wordings.size()));
  }

  private static List<String> endUseClasses(Rating rating) {
    if (rating.isMilitary()) {
      return List.of("MILITARY", "MILITARY", "CIVIL");
    }
    return switch (rating.code().charAt(0)) {
      case '0' -> List.of("NUCLEAR");
      case '1', '2' -> List.of("CIVIL", "RESEARCH", "ENERGY", "MEDICAL");
      case '3', '6' -> List.of("RESEARCH", "CIVIL", "UNKNOWN");
      case '7', '9' -> List.of("SPACE", "CIVIL");
      default -> List.of("CIVIL", "ENERGY", "RESEARCH", "UNKNOWN");
    };
  }

  private static String law(String owner) {
    return switch (owner) {
      case "PAK" ->
          "Act V of 2004 (export control of goods related to nuclear and biological weapons)";
      case "KAZ" -> "Law No. 172-VII of 28 December 2022 on control of specific goods";
      default -> "Law No. 658-II of 26 August 2004 on export control";
    };
  }
}
