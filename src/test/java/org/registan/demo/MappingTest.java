package org.registan.demo;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The words of the statistics become the platform's codes by fixed rules. */
class MappingTest {

  private static final List<DemoDenial> DENIALS = DemoDenials.of(LocalDate.of(2026, 11, 24));
  private static final Map<Integer, Refusal> REFUSALS =
      Refusal.all().stream().collect(toMap(Refusal::group, refusal -> refusal));

  @Test
  void criteriaBecomeReasons() {
    var expected =
        Map.of(1, "R10", 2, "R43", 3, "R45", 4, "R42", 5, "R40", 6, "R46", 7, "R31", 8, "R61");
    assertThat(DENIALS)
        .allSatisfy(denial -> {
          var codes = texts(denial.draft().path("reasonCodes"));
          var reasons =
              new ArrayList<>(
                  refusal(denial).criteria().stream()
                      .map(criterion -> expected.getOrDefault(criterion, ""))
                      .toList());
          if (rated(denial).contains("MEND")) {
            reasons.add("R30");
          }
          if (reasons.isEmpty()) {
            reasons.add("R99");
            assertThat(denial.draft().has("reasonNarrative")).isTrue();
          }
          assertThat(codes).doesNotHaveDuplicates().containsExactlyElementsOf(reasons);
        });
    assertThat(
            DENIALS.stream().flatMap(denial -> texts(denial.draft().path("reasonCodes")).stream()))
        .contains("R10", "R30", "R31", "R40", "R42", "R43", "R45", "R46", "R61", "R99");
  }

  @Test
  void theControlBasisFollowsFromTheRatings() {
    assertThat(DENIALS)
        .allSatisfy(denial -> {
          var rated = rated(denial);
          var basis = denial.draft().path("controlBasis").textValue();
          assertThat(basis).isEqualTo(basis(rated));
          for (var i = 0; i < rated.size(); i++) {
            assertCoded(denial.draft().path("items").path(i), rated.get(i));
          }
        });
  }

  @Test
  void formsFollowFromTheProductGroup() {
    assertThat(new Rating("5D002").form()).isEqualTo("SOFTWARE");
    assertThat(new Rating("ML21").form()).isEqualTo("SOFTWARE");
    assertThat(new Rating("2E201").form()).isEqualTo("TECHNOLOGY");
    assertThat(new Rating("ML22").form()).isEqualTo("TECHNOLOGY");
    assertThat(new Rating("6A003").form()).isEqualTo("GOODS");
    assertThat(new Rating("MEND").form()).isEqualTo("GOODS");
    assertThat(DENIALS.stream().flatMap(denial -> items(denial).stream()))
        .allSatisfy(item -> {
          var text = item.path("description").path(0).path("text").textValue();
          assertThat(text.startsWith("technology for"))
              .isEqualTo(item.path("form").textValue().equals("TECHNOLOGY"));
          if (item.path("form").textValue().equals("SOFTWARE")) {
            assertThat(text).contains("software");
          }
        });
  }

  @Test
  void casNumbersCheck() {
    var numbers =
        DENIALS.stream()
            .flatMap(denial -> items(denial).stream())
            .flatMap(item -> texts(item.path("casNumbers")).stream())
            .toList();
    assertThat(numbers)
        .hasSizeGreaterThan(10)
        .allSatisfy(number -> {
          var digits = number.replace("-", "");
          var sum = 0;
          for (var i = 0; i < digits.length() - 1; i++) {
            sum += (digits.length() - 1 - i) * (digits.charAt(i) - '0');
          }
          assertThat(sum % 10).isEqualTo(digits.charAt(digits.length() - 1) - '0');
        });
  }

  @Test
  void everyDestinationHasItsCode() {
    var known = Set.of(Locale.getISOCountries()).stream().map(MappingTest::alpha3).toList();
    assertThat(REFUSALS.values())
        .allSatisfy(
            refusal -> assertThat(known).contains(Country.named(refusal.destination()).alpha3()));
    assertThat(REFUSALS.values().stream().map(Refusal::destination).collect(toSet())).hasSize(105);
  }

  private static void assertCoded(JsonNode item, String rating) {
    var codes = item.path("codes");
    switch (basis(List.of(rating))) {
      case "LISTED" -> {
        assertThat(codes.path(0).path("code").textValue()).isEqualTo(rating);
        assertThat(codes.path(0).path("list").textValue())
            .isEqualTo(rating.startsWith("ML") ? "ML" : "EU");
      }
      case "NATIONAL_LIST" -> {
        assertThat(codes.path(0).path("code").textValue()).isEqualTo(rating);
        assertThat(codes.path(0).path("list").textValue()).isEqualTo("UK-PL");
      }
      default -> assertThat(item.has("codes")).isFalse();
    }
  }

  /** The rule once more, in other words than the generator's. */
  private static String basis(List<String> rated) {
    if (rated.stream().anyMatch(rating -> rating.matches("ML[0-9]+|[0-9][A-E][0-9]{3}"))) {
      return "LISTED";
    }
    if (rated.stream().anyMatch(rating -> rating.matches("PL[0-9]+|HR AIII|MILTA"))) {
      return "NATIONAL_LIST";
    }
    if (rated.stream().anyMatch(rating -> rating.matches("[A-Z]{3}"))) {
      return "SANCTIONS";
    }
    return rated.contains("MEND") ? "CATCH_ALL_MILITARY" : "CATCH_ALL_WMD";
  }

  private static Refusal refusal(DemoDenial denial) {
    return requireNonNull(REFUSALS.get(denial.group()));
  }

  private static List<String> rated(DemoDenial denial) {
    return refusal(denial).ratings().stream().map(Rating::code).toList();
  }

  private static List<JsonNode> items(DemoDenial denial) {
    return denial.draft().path("items").valueStream().toList();
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::textValue).toList();
  }

  private static String alpha3(String alpha2) {
    return Locale.of("", alpha2).getISO3Country();
  }
}
