package org.registan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Parties are invented well: a script and its romanisation are not mixed, numbers check. */
class PartiesTest {

  private static final List<DemoDenial> DENIALS = DemoDenials.of(LocalDate.of(2026, 11, 24));
  private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");
  private static final Pattern NOT_LATIN = Pattern.compile("[\\p{L}&&[^\\p{IsLatin}\\p{Lm}]]");

  @Test
  void oneToThreePartiesAndSometimesAShip() {
    assertThat(DENIALS)
        .allSatisfy(denial -> {
          assertThat(parties(denial).filter(party -> !kind(party).equals("VESSEL")).count())
              .isBetween(1L, 3L);
          assertThat(denial.draft().path("parties").path(0).path("country").textValue())
              .isEqualTo(denial.destination());
        });
    assertThat(all().map(PartiesTest::kind))
        .contains("ORGANISATION", "PERSON", "GOVERNMENT_BODY", "VESSEL");
  }

  @Test
  void theFirstNameIsInTheScriptOfTheCountryAndARomanisationIsLatin() {
    assertThat(all())
        .allSatisfy(party -> {
          var names = party.path("names");
          assertThat(names.path(0).path("type").textValue()).isEqualTo("PRIMARY");
          if (names.size() > 1 && type(names.path(1)).equals("TRANSLITERATION")) {
            assertThat(text(names.path(0))).doesNotContainPattern(LATIN);
          }
          assertThat(names.valueStream().filter(name -> !type(name).equals("PRIMARY")))
              .allSatisfy(name -> assertThat(text(name)).doesNotContainPattern(NOT_LATIN));
        });
  }

  @Test
  void addressesAreInLatinAndRawInTheOwnScript() {
    assertThat(
            all().map(party -> party.path("address")).filter(address -> !address.isMissingNode()))
        .isNotEmpty()
        .allSatisfy(address -> {
          assertThat(address.path("street").textValue()).doesNotContainPattern(NOT_LATIN);
          assertThat(address.path("locality").textValue()).doesNotContainPattern(NOT_LATIN);
          assertThat(address.path("raw").valueStream())
              .allSatisfy(raw -> assertThat(text(raw)).doesNotContainPattern(LATIN));
        });
  }

  @Test
  void manyScriptsOccur() {
    assertThat(all().map(party -> party.path("names").path(0).path("lang").textValue()))
        .contains("fa", "ar", "zh-Hans", "zh-Hant", "ru", "ur", "hi", "he", "ka", "kk-Cyrl", "hy");
  }

  @Test
  void leisCheck() {
    var leis =
        all()
            .flatMap(party -> party.path("identifiers").valueStream())
            .filter(identifier -> identifier.path("scheme").textValue().equals("LEI"))
            .map(identifier -> identifier.path("value").textValue())
            .toList();
    assertThat(leis)
        .isNotEmpty()
        .allSatisfy(lei -> {
          var rest = 0;
          for (var i = 0; i < lei.length(); i++) {
            var value = Character.digit(lei.charAt(i), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
          }
          assertThat(rest).isEqualTo(1);
        });
  }

  private static Stream<JsonNode> all() {
    return DENIALS.stream().flatMap(PartiesTest::parties);
  }

  private static Stream<JsonNode> parties(DemoDenial denial) {
    return denial.draft().path("parties").valueStream();
  }

  private static String kind(JsonNode party) {
    return party.path("kind").textValue();
  }

  private static String type(JsonNode name) {
    return name.path("type").textValue();
  }

  private static String text(JsonNode named) {
    return named.path("text").textValue();
  }
}
