package org.registan.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.text.Normalizer;
import java.util.List;

/** The names under which an invention appears: own script first, then Latin, then trade names. */
final class Names {

  private static final List<List<String>> LOOSE =
      List.of(
          List.of("kh", "h"),
          List.of("q", "k"),
          List.of("Q", "G"),
          List.of("sh", "ch"),
          List.of("ay", "ai"),
          List.of("an", "en"),
          List.of("ov", "off"),
          List.of("ya", "ia"),
          List.of("u", "oo"));

  private Names() {}

  static ArrayNode of(Invention invention, Chance chance) {
    var style = invention.country().style();
    var name = invention.name();
    var names = DemoFiles.JSON.createArrayNode();
    names.addObject().put("text", name.original()).put("type", "PRIMARY").put("lang", style.lang());
    if (style.isLatin()) {
      var plain = withoutMarks(name.original());
      if (!plain.equals(name.original()) && chance.percent(50)) {
        names.addObject().put("text", plain).put("type", "ALIAS");
      }
      return names;
    }
    var latin = style.lang().split("-", -1)[0] + "-Latn";
    names
        .addObject()
        .put("text", name.latin())
        .put("type", "TRANSLITERATION")
        .put("lang", latin)
        .put("scheme", style.scheme().orElseThrow());
    if (!name.english().equals(name.latin()) && chance.percent(60)) {
      names.addObject().put("text", name.english()).put("type", "ALIAS").put("lang", "en");
    }
    var loose = loosely(name.latin(), chance);
    if (!loose.equals(name.latin()) && chance.percent(30)) {
      names.addObject().put("text", loose).put("type", "TRANSLITERATION").put("lang", latin);
    }
    return names;
  }

  /** As a clerk without the scheme at hand would spell it. */
  private static String loosely(String latin, Chance chance) {
    var change = chance.of(LOOSE);
    return latin.replace(change.getFirst(), change.getLast());
  }

  private static String withoutMarks(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace("ı", "i")
        .replace("ə", "a")
        .replace("Ə", "A")
        .replace("đ", "d")
        .replace("Đ", "D");
  }
}
