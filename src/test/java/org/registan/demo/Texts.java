package org.registan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** A text in English, sometimes beside the owner's own language, of which one is authentic. */
final class Texts {

  private Texts() {}

  /** From a text by language that has English at least. */
  static ArrayNode of(JsonNode byLanguage, String owner, Chance chance) {
    var texts = DemoFiles.JSON.createArrayNode();
    var english =
        texts.addObject().put("lang", "en").put("text", byLanguage.path("en").textValue());
    var language = chance.of(languages(owner));
    if (!byLanguage.has(language) || !chance.percent(45)) {
      return texts;
    }
    var englishRules = owner.equals("PAK");
    english.put("status", englishRules ? "authentic" : "translation");
    texts
        .addObject()
        .put("lang", language)
        .put("text", byLanguage.path(language).textValue())
        .put("status", englishRules ? "translation" : "authentic");
    return texts;
  }

  private static List<String> languages(String owner) {
    return switch (owner) {
      case "KAZ" -> List.of("ru", "ru", "kk-Cyrl");
      case "UZB" -> List.of("uz-Latn", "uz-Latn", "ru");
      default -> List.of("ur");
    };
  }
}
