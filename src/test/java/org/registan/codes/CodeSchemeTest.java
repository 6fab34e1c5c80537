package org.registan.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.codes.KnownScheme.ECCN;
import static org.registan.codes.KnownScheme.EU;
import static org.registan.codes.KnownScheme.MTCR;
import static org.registan.codes.KnownScheme.MUNITIONS;
import static org.registan.codes.KnownScheme.NSG;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every spelling of a code leads to the same path; the path to one canonical form. */
class CodeSchemeTest {

  private static final String WORDS = "abcdefghijklmnopqrstuvwxyz";

  @ParameterizedTest
  @CsvSource({
    "EU, 2B350.a, 2B350.a",
    "EU, 2B350.a., 2B350.a",
    "EU, 6a001.A.2.a.3., 6A001.a.2.a.3",
    "EU, 1C35023, 1C350.23",
    "EU, 1C350(23), 1C350.23",
    "EU, 3A501.a.16, 3A501.a.16",
    "EU, 1C, 1C",
    "ECCN, 9A604.x, 9A604.x",
    "ECCN, 3A001(a)(2), 3A001.a.2",
    "MTCR, M1A1, M1A1",
    "MTCR, 4.C.2.b.14., M4C2b14",
    "NSG, N1A3a1, N1A3a1",
    "NSG, 1.A.3.a.1., N1A3a1",
    "NSG, T5.7.11b, T5.7.11b",
    "NSG, 5.7.11.(b), T5.7.11b",
    "NSG, TA1.1, TA1.1",
    "MUNITIONS, ML 1, ML1",
    "MUNITIONS, ML1.a., ML1.a",
    "MUNITIONS, PL5001, PL5001"
  })
  void everySpellingHasTheOneCanonicalForm(KnownScheme scheme, String printed, String canonical) {
    assertThat(scheme.canonical(printed)).contains(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "EU, 2F350",
    "EU, 2B35",
    "EU, 2B350.a.b",
    "EU, 2B350.01",
    "EU, ML1",
    "ECCN, EAR99",
    "MTCR, 2B350",
    "MTCR, M1A1.1",
    "NSG, M1A1",
    "NSG, 5",
    "MUNITIONS, 2B350",
    "MUNITIONS, ML",
    "EU, ''",
    "EU, 2B350..a"
  })
  void whatASchemeCannotReadIsNoneOfItsCodes(KnownScheme scheme, String printed) {
    assertThat(scheme.parse(printed)).isEmpty();
  }

  @Test
  void everyCodeOfTheRealListsIsReadAndPrintedBack() {
    assertThat(PrintedCodes.ccl2026()).hasSizeGreaterThan(2_700).allSatisfy(isCanonicalIn(ECCN));
    assertThat(PrintedCodes.ccl2025()).hasSizeGreaterThan(120).allSatisfy(isCanonicalIn(ECCN));
    assertThat(PrintedCodes.lines("mtcr-codes.txt")).hasSize(264).allSatisfy(isCanonicalIn(MTCR));
    assertThat(PrintedCodes.lines("nsg-codes.txt"))
        .hasSizeGreaterThan(390)
        .allSatisfy(isCanonicalIn(NSG));
  }

  private static Consumer<String> isCanonicalIn(CodeScheme scheme) {
    return printed -> {
      assertThat(scheme.canonical(printed)).as(printed).contains(printed);
      var key = ControlCode.parse(printed).orElseThrow().key();
      assertThat(scheme.denialKeys(scheme.parse(printed).orElseThrow())).contains(key);
    };
  }

  @Test
  void numbersAreSortedAsNumbersAndWhatIsAboveComesFirst() {
    var sorted =
        Stream.of("1C350.10", "1C350.2", "2A001", "1C350", "1C350.2.a", "1C", "1C350.a")
            .flatMap(it -> EU.parse(it).stream())
            .sorted()
            .map(EU::print);
    assertThat(sorted)
        .containsExactly("1C", "1C350", "1C350.2", "1C350.2.a", "1C350.10", "1C350.a", "2A001");
  }

  @Test
  void aCodeIsUnderWhatItsPathLeadsThroughAndNothingElse() {
    var sub = EU.parse("1C350.23").orElseThrow();
    assertThat(sub.isUnder(EU.parse("1C350").orElseThrow())).isTrue();
    assertThat(sub.isUnder(EU.parse("1C").orElseThrow())).isTrue();
    assertThat(sub.isUnder(EU.parse("1C350.2").orElseThrow())).isFalse();
    assertThat(sub.isUnder(sub)).isFalse();
    assertThat(sub.downwards()).last().isEqualTo(sub);
  }

  @Test
  void aListMayDeclareSeparatorsOfItsOwn() {
    var scheme = CodeScheme.of("FREE", "-/").orElseThrow();
    assertThat(scheme.canonical("12/б/3")).contains("12-б-3");
    assertThat(scheme.parse("12.3")).isEmpty();
    assertThat(CodeScheme.of("FREE", "x")).isEmpty();
    assertThat(CodeScheme.of("FREE", null).orElseThrow().canonical("A12")).contains("A12");
    assertThat(CodeScheme.of("EU", null)).contains(EU);
    assertThat(CodeScheme.of("HS", null)).isEmpty();
  }

  @Test
  void aDenialFindsTheEntryInTheSpellingsThatItsKeyKeepsApart() {
    for (var printed : List.of("1C350.23", "1C35023", "1c350(23)")) {
      var key = ControlCode.parse(printed).orElseThrow().key();
      assertThat(EU.denialKeys(EU.parse("1C350.23").orElseThrow())).contains(key);
    }
    var key = ControlCode.parse("4.C.2.b.14").orElseThrow().key();
    assertThat(MTCR.denialKeys(MTCR.parse("M4C2b14").orElseThrow())).contains(key);
  }

  @Property
  void whatIsPrintedIsReadBack(@ForAll("codes") Coded code) {
    var path = code.scheme().parse(code.printed()).orElseThrow();
    var canonical = code.scheme().print(path);
    assertThat(code.scheme().parse(canonical)).contains(path);
    assertThat(code.scheme().canonical(canonical)).contains(canonical);
    assertThat(code.scheme().canonical(code.printed().toLowerCase(Locale.ROOT)))
        .contains(canonical);
  }

  @Property
  void orderingIsThatOfAListWhateverItsCodes(
      @ForAll("codes") Coded one, @ForAll("codes") Coded other) {
    var left = one.scheme().parse(one.printed()).orElseThrow();
    var right = other.scheme().parse(other.printed()).orElseThrow();
    assertThat(Integer.signum(left.compareTo(right)))
        .isEqualTo(-Integer.signum(right.compareTo(left)));
    assertThat(left.compareTo(right) == 0).isEqualTo(left.equals(right));
    if (left.isUnder(right)) {
      assertThat(left).isGreaterThan(right);
    }
  }

  /** A code as printed, and its scheme. */
  record Coded(CodeScheme scheme, String printed) {}

  @Provide
  Arbitrary<Coded> codes() {
    return Arbitraries.oneOf(
        coded(EU, "#A###", true),
        coded(ECCN, "#A###", true),
        coded(MTCR, "M#A#", false),
        coded(NSG, "N#A#", false),
        coded(MUNITIONS, "ML#", true));
  }

  private static Arbitrary<Coded> coded(CodeScheme scheme, String head, boolean stops) {
    var random = Arbitraries.randoms();
    var levels = Arbitraries.integers().between(0, 6);
    return random.flatMap(
        it -> levels.map(depth -> new Coded(scheme, printed(head, stops, depth, it))));
  }

  private static String printed(String head, boolean stops, int depth, Random random) {
    var printed = new StringBuilder();
    for (int i = 0; i < head.length(); i++) {
      char it = head.charAt(i);
      printed.append(
          switch (it) {
            case '#' -> Character.toString('1' + random.nextInt(9));
            case 'A' -> Character.toString('A' + random.nextInt(5));
            default -> Character.toString(it);
          });
    }
    for (int level = 0; level < depth; level++) {
      printed.append(stops ? "." : "");
      printed.append(
          level % 2 == 0 ? WORDS.charAt(random.nextInt(26)) : (Object) (1 + random.nextInt(300)));
    }
    return printed.toString();
  }
}
