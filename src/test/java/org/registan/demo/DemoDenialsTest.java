package org.registan.demo;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The demonstration's drafts keep to the contract and to the rules that map the source. */
class DemoDenialsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final List<DemoDenial> DENIALS = DemoDenials.of(DAY);
  private static final Map<Integer, Refusal> REFUSALS =
      Refusal.all().stream().collect(toMap(Refusal::group, refusal -> refusal));

  @Test
  void everyLicenceAndEveryRowIsThere() {
    assertThat(DENIALS).hasSize(1_107);
    assertThat(DENIALS.stream().mapToInt(denial -> denial.draft().path("items").size()).sum())
        .isEqualTo(1_411);
  }

  @Test
  void everyDraftKeepsToTheContract() {
    var contract = Contract.schema("DenialDraft");
    assertThat(contract.faults(DemoFiles.JSON.createObjectNode())).isNotEmpty();
    assertThat(DENIALS).allSatisfy(denial -> assertThat(contract.faults(denial.draft())).isEmpty());
  }

  @Test
  void theSameDayGivesTheSameDrafts() {
    assertThat(DemoDenials.of(DAY)).isEqualTo(DENIALS);
  }

  @Test
  void datesMoveByWholeWeeksAndNoneIsInTheFuture() {
    for (var day = DAY; day.isBefore(DAY.plusDays(7)); day = day.plusDays(1)) {
      var denials = DemoDenials.of(day);
      var last = denials.stream().map(DemoDenial::decisionDate).max(LocalDate::compareTo);
      assertThat(last.orElseThrow()).isBetween(day.minusDays(6), day);
      assertThat(last.orElseThrow().getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
      var weeks = DemoDenials.weeks(day);
      assertThat(denials)
          .allSatisfy(denial ->
              assertThat(denial.decisionDate()).isEqualTo(refusal(denial).date().plusWeeks(weeks)));
    }
  }

  @Test
  void noStateRefusesToItself() {
    assertThat(DENIALS)
        .allSatisfy(denial -> assertThat(denial.owner()).isNotEqualTo(denial.destination()));
    assertThat(perOwner().keySet()).containsExactlyInAnyOrder("PAK", "KAZ", "UZB");
    assertThat(perOwner().values()).allSatisfy(count -> assertThat(count).isGreaterThan(300));
  }

  @Test
  void everyDraftSaysThatItIsASampleAndNoTextIsBlank() {
    assertThat(DENIALS)
        .allSatisfy(denial -> {
          assertThat(texts(denial.draft().path("caveats")))
              .containsExactly("SAMPLE: NOT AN ACT OF ANY STATE");
          assertThat(strings(denial.draft()))
              .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "|"));
        });
  }

  @Test
  void nationalReferencesAreUniquePerOwner() {
    assertThat(DENIALS.stream().map(denial -> denial.owner() + denial.nationalReference()))
        .doesNotHaveDuplicates();
  }

  @Test
  void theTourFindsEveryKindOfThing() {
    assertThat(labels()).containsOnlyKeys("RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR");
    assertThat(labels().getOrDefault("AMBER", 0L)).isGreaterThan(700);
    assertThat(values("denialKind")).hasSize(10);
    assertThat(values("authorisationType"))
        .containsExactlyInAnyOrder(
            "EXPORT_LICENCE", "NOC", "TRANSIT", "BROKERING", "TECHNICAL_ASSISTANCE");
    assertThat(DENIALS)
        .filteredOn(denial -> denial.draft().has("regimeSourced"))
        .hasSizeBetween(3, 12)
        .allSatisfy(denial -> assertThat(denial.owner()).isEqualTo("KAZ"));
    assertThat(DENIALS)
        .filteredOn(denial -> denial.draft().path("label").path("tlp").textValue().equals("RED"))
        .allSatisfy(denial ->
            assertThat(texts(denial.draft().path("releasableTo")))
                .hasSize(1)
                .doesNotContain(denial.owner()));
  }

  private static Refusal refusal(DemoDenial denial) {
    return requireNonNull(REFUSALS.get(denial.group()));
  }

  private static Map<String, Long> perOwner() {
    return DENIALS.stream().collect(groupingBy(DemoDenial::owner, counting()));
  }

  private static Map<String, Long> labels() {
    return DENIALS.stream()
        .collect(
            groupingBy(denial -> denial.draft().path("label").path("tlp").textValue(), counting()));
  }

  private static Set<String> values(String field) {
    return DENIALS.stream().map(denial -> denial.draft().path(field).textValue()).collect(toSet());
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::textValue).toList();
  }

  private static Stream<String> strings(JsonNode node) {
    return node.isTextual()
        ? Stream.of(node.textValue())
        : node.valueStream().flatMap(DemoDenialsTest::strings);
  }
}
