package org.registan.demo;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A country of the statistics: its alpha-3 code, and what names and places look like there. */
record Country(String name, String alpha3, Style style, List<Word> forms, List<Word> cities) {

  private static final List<Country> ALL =
      DemoFiles.csv("countries.csv").stream().map(Country::of).toList();
  private static final Map<String, Country> BY_NAME =
      ALL.stream().collect(toUnmodifiableMap(Country::name, country -> country));
  private static final Map<String, Country> BY_CODE =
      ALL.stream().collect(toUnmodifiableMap(Country::alpha3, country -> country));

  /** By the name that the statistics use. */
  static Country named(String name) {
    return known(BY_NAME.get(name), name);
  }

  static Country coded(String alpha3) {
    return known(BY_CODE.get(alpha3), alpha3);
  }

  private static Country known(@Nullable Country country, String name) {
    if (country == null) {
      throw new IllegalStateException("no country " + name);
    }
    return country;
  }

  private static Country of(Map<String, String> row) {
    var style = Style.named(DemoFiles.cell(row, "style"));
    var forms = DemoFiles.cell(row, "forms");
    return new Country(
        DemoFiles.cell(row, "name"),
        DemoFiles.cell(row, "alpha3"),
        style,
        forms.isEmpty() ? style.forms() : words(forms),
        words(DemoFiles.cell(row, "cities")));
  }

  private static List<Word> words(String texts) {
    return List.of(texts.split(";", -1)).stream().map(Word::of).toList();
  }
}
