package org.registan.demo;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How names are made in one language: patterns, and words that no real firm or person is made of.
 */
record Style(
    String lang,
    Optional<String> scheme,
    Word organisation,
    Word body,
    Word street,
    Word person,
    List<Word> words,
    List<Word> sectors,
    List<Word> forms,
    List<Word> given,
    List<Word> family) {

  private static final Map<String, Style> ALL =
      DemoFiles.json("styles.json").properties().stream()
          .collect(toUnmodifiableMap(Map.Entry::getKey, style -> of(style.getValue())));

  static Style named(String name) {
    var style = ALL.get(name);
    if (style == null) {
      throw new IllegalStateException("no style " + name);
    }
    return style;
  }

  /** Written in Latin letters, so that nothing has to be romanised. */
  boolean isLatin() {
    return scheme.isEmpty();
  }

  private static Style of(JsonNode style) {
    return new Style(
        style.path("lang").textValue(),
        Optional.ofNullable(style.path("scheme").textValue()),
        Word.of(style.path("organisation").textValue()),
        Word.of(style.path("body").textValue()),
        Word.of(style.path("street").textValue()),
        Word.of(style.path("person").textValue()),
        Word.all(style.path("words")),
        Word.all(style.path("sectors")),
        Word.all(style.path("forms")),
        Word.all(style.path("given")),
        Word.all(style.path("family")));
  }
}
