package org.registan.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Labels are there in the languages promised; a deprecated code is written no more. */
class CodeListsTest {

  private static final Set<String> LANGUAGES = Set.of("en", "ru", "ur", "kk", "uz-Latn");
  private static final LocalDate DAY = LocalDate.of(2027, 7, 1);

  private final CodeLists shipped = new CodeLists();

  @Test
  void everyCodeIsLabelledInEnglishAndInNoLanguageThatIsNotPromised() {
    assertThat(all()).hasSizeGreaterThan(300);
    assertThat(all())
        .allSatisfy(it -> {
          assertThat(it.labels()).containsKey("en");
          assertThat(it.labels().keySet()).isSubsetOf(LANGUAGES);
          assertThat(it.labels().values()).noneMatch(String::isBlank);
        });
  }

  @Test
  void whatAReadersLanguageSaysIsSaidInItsScript() {
    assertThat(label("countries", "KAZ"))
        .containsEntry("ru", "Казахстан")
        .containsEntry("kk", "Қазақстан")
        .containsEntry("uz-Latn", "Qozogʻiston")
        .containsEntry("ur", "قزاخستان");
    assertThat(label("party-roles", "END_USER"))
        .containsEntry("ru", "Конечный пользователь")
        .containsEntry("kk", "Түпкілікті пайдаланушы")
        .containsEntry("uz-Latn", "Yakuniy foydalanuvchi")
        .containsEntry("ur", "حتمی صارف");
    assertThat(all())
        .allSatisfy(it -> {
          assertThat(it.labels().getOrDefault("uz-Latn", ""))
              .doesNotContainPattern("\\p{IsCyrillic}");
          assertThat(it.labels().getOrDefault("ur", "ا")).containsPattern("\\p{IsArabic}");
          assertThat(it.labels().getOrDefault("ru", "а")).containsPattern("\\p{IsCyrillic}");
          assertThat(it.labels().getOrDefault("kk", "а")).containsPattern("\\p{IsCyrillic}");
        });
  }

  @Test
  void noTwoCodesOfAListReadTheSame() {
    for (var name : shipped.names()) {
      for (var language : LANGUAGES) {
        var labels =
            shipped.list(name).orElseThrow().codes().stream()
                .map(it -> it.labels().get(language))
                .filter(java.util.Objects::nonNull)
                .toList();
        assertThat(labels).as("%s in %s", name, language).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void aDeprecatedCodeIsRefusedFromItsDayOn() {
    var lists = with(DAY);
    assertThat(lists.refusal("colours", "MAUVE", DAY.minusDays(1))).isEmpty();
    assertThat(lists.refusal("colours", "MAUVE", DAY))
        .contains("is deprecated in code list colours");
    assertThat(lists.refusal("colours", "PUCE", DAY))
        .contains("is not in code list colours: GET /v1/code-lists/colours");
    assertThat(with(null).refusal("colours", "MAUVE", DAY)).isEmpty();
  }

  @Test
  void aDeprecatedCodeCanStillBeRead() {
    assertThat(with(DAY).list("colours").orElseThrow().codes())
        .extracting(CodeList.Code::deprecated)
        .containsExactly(DAY);
  }

  private static CodeLists with(@Nullable LocalDate deprecated) {
    var mauve =
        new CodeList.Code("MAUVE", Map.of("en", "Mauve"), LocalDate.of(2026, 1, 1), deprecated);
    return new CodeLists(List.of(new CodeList("colours", false, null, List.of(mauve))));
  }

  private Stream<CodeList.Code> all() {
    return shipped.names().stream().flatMap(it -> shipped.list(it).orElseThrow().codes().stream());
  }

  private Map<String, String> label(String list, String code) {
    return shipped.list(list).orElseThrow().codes().stream()
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElseThrow()
        .labels();
  }
}
