package org.registan.oracle;

import static org.registan.oracle.Json.may;
import static org.registan.oracle.Json.must;
import static org.registan.oracle.Json.object;
import static org.registan.oracle.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random texts and names in the scripts of the region. */
final class DraftTexts {

  private DraftTexts() {}

  static Arbitrary<ArrayNode> texts() {
    return inOneLanguage()
        .list()
        .uniqueElements(each -> each.path("lang"))
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(Json::arrayOf);
  }

  private static Arbitrary<ObjectNode> inOneLanguage() {
    Arbitrary<ObjectNode> words =
        Arbitraries.oneOf(
            in("en", "Glass-lined reaction vessels", "Frequency changers", "Night vision sights"),
            in("ru", "Реакционные сосуды", "Преобразователи частоты"),
            in("kk", "Реакциялық ыдыстар"),
            in("uz-Latn", "Reaksiya idishlari", "O‘lchov asboblari"),
            in("ur", "کیمیائی برتن"));
    return object(words, may(0.3, "status", text("authentic", "translation", "machine")));
  }

  private static Arbitrary<ObjectNode> in(String language, String... texts) {
    return object(must("lang", text(language)), must("text", text(texts)));
  }

  static Arbitrary<JsonNode> names() {
    return text(
        "Darya Pump Works Limited",
        "Zarafshon Kimyo MChJ",
        "ТОО «Алатау Прибор»",
        "شرکت ساختمانی آریا",
        "Indus Valve (Pvt) Ltd",
        "MV Gulistan");
  }
}
