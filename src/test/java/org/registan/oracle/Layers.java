package org.registan.oracle;

import static org.registan.oracle.Attributes.elements;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Which members of a denial's content each level withholds. */
final class Layers {

  private static final List<String> DETAIL =
      List.of(
          "legalBasis",
          "transitCountries",
          "statedEndUse",
          "endUseClass",
          "reasonNarrative",
          "regimeReferences");
  private static final List<String> DETAIL_OF_ITEM =
      List.of(
          "hsCode", "hsEdition", "casNumbers", "technicalParameters", "quantity", "manufacturer");
  private static final List<String> DETAIL_OF_PARTY = List.of("identifiers", "address");
  private static final List<String> OWN =
      List.of(
          "releasableTo",
          "regimeSourced",
          "relatedDenials",
          "nationalReference",
          "exporter",
          "value",
          "contract",
          "notes");
  private static final List<String> LEFT_OF_AN_ERROR =
      List.of("denialKind", "decisionDate", "label", "caveats");

  private Layers() {}

  /** The content as a level shows it. */
  static ObjectNode content(JsonNode draft, Level level) {
    ObjectNode content = draft.deepCopy();
    if (level == Level.OWNER) {
      return content;
    }
    content.remove(OWN);
    if (stricter(draft.path("reasonNarrative").path("label"), draft.path("label"))) {
      content.remove("reasonNarrative");
    }
    if (level == Level.CORE) {
      content.remove(DETAIL);
      elements(content.path("items")).forEach(item -> ((ObjectNode) item).remove(DETAIL_OF_ITEM));
      elements(content.path("parties"))
          .forEach(party -> ((ObjectNode) party).remove(DETAIL_OF_PARTY));
    }
    return content;
  }

  /** What recipients keep of a record withdrawn in error. */
  static ObjectNode leftOfAnError(JsonNode draft) {
    return draft.<ObjectNode>deepCopy().retain(LEFT_OF_AN_ERROR);
  }

  private static boolean stricter(JsonNode part, JsonNode whole) {
    return rank(part) > rank(whole) || marking(part) > marking(whole);
  }

  private static int rank(JsonNode label) {
    return Codes.LABELS.indexOf(label.path("tlp").asText());
  }

  /** Of the markings that drafts here have. */
  private static int marking(JsonNode label) {
    return label.path("nationalMarking").asText().equals("OFFICIAL_USE") ? 1 : 0;
  }
}
