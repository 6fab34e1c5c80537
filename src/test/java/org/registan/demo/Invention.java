package org.registan.demo;

import java.util.Map;

/**
 * An invented organisation, body or person of a country. The same number gives the same one, so
 * that some come back in several denials, as they do in life.
 */
record Invention(Country country, String kind, int number, Word name) {

  /** So many of each kind there are in a country. */
  static final int POOL = 150;

  static Invention organisation(Country country, int number) {
    var chance = new Chance("organisation/" + country.alpha3() + "/" + number);
    var style = country.style();
    var first = chance.below(style.words().size());
    var second = (first + 1 + chance.below(style.words().size() - 1)) % style.words().size();
    var name =
        style
            .organisation()
            .with(
                Map.of(
                    "a", style.words().get(first),
                    "b", style.words().get(second),
                    "s", chance.of(style.sectors()),
                    "f", chance.of(country.forms()),
                    "c", city(country, number)));
    return new Invention(country, "ORGANISATION", number, name);
  }

  static Invention body(Country country, int number) {
    var chance = new Chance("body/" + country.alpha3() + "/" + number);
    var style = country.style();
    var name = style.body().with(Map.of("a", chance.of(style.words()), "c", city(country, number)));
    return new Invention(country, "GOVERNMENT_BODY", number, name);
  }

  static Invention person(Country country, int number) {
    var chance = new Chance("person/" + country.alpha3() + "/" + number);
    var style = country.style();
    var name =
        style.person().with(Map.of("g", chance.of(style.given()), "n", chance.of(style.family())));
    return new Invention(country, "PERSON", number, name);
  }

  /** Its street, house and town in the pattern of the country. */
  Word street() {
    var chance = new Chance("street/" + country.alpha3() + "/" + kind + "/" + number);
    var house = Integer.toString(chance.between(1, 240));
    return country
        .style()
        .street()
        .with(
            Map.of(
                "a", chance.of(country.style().words()),
                "n", new Word(house, house, house),
                "c", city()));
  }

  Word city() {
    return city(country, number);
  }

  private static Word city(Country country, int number) {
    return country.cities().get(number % country.cities().size());
  }
}
