package org.registan.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A word is found however it was written. */
class FoldingTest {

  private static final List<String> WRITTEN =
      List.of(
          "centrifugal",
          "Œuvre",
          "l’été",
          "o‘zbek",
          "oʻzbek",
          "ғалым",
          "щётка",
          "насос",
          "қурол",
          "پمپ",
          "اسلحہ",
          "می‌خواهم",
          "中国",
          "泵",
          "№12",
          "½",
          "1C350.d.23",
          "7440-61-1",
          "e\u0301te",
          "«насос»",
          "μm",
          "Straße",
          "ядро’",
          "ポンプ",
          "हथियार",
          "€5",
          "10⁻³",
          "m²",
          "\uD83D\uDE00");
  private static final List<String> APART = List.of(" ", ", ", " — ", "/", "\n", "، ", "。", "-");

  @Test
  void asciiIsFoldedAsAnyOtherText() {
    var every = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    for (char c = 0; c < 128; c++) {
      var text = "Aa" + c + "Zz" + c + c;
      assertThat(Folding.fold(text)).isEqualTo(every.transliterate(text));
    }
  }

  @Test
  void scriptsAccentsAndMarksMakeNoDifference() {
    assertThat(Folding.words("таъминот объект")).isEqualTo(List.of("taminot", "obekt"));
    assertThat(Folding.words("Каир Œuvre l’été")).isEqualTo(Folding.words("KAIR oeuvre l'ete"));
  }

  @Property(tries = 500)
  void theWordsStandWhereTheSpansAre(@ForAll java.util.Random random) {
    var text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append(WRITTEN.get(random.nextInt(WRITTEN.size())))
          .append(APART.get(random.nextInt(APART.size())));
    }

    var words =
        Folding.spans(text.toString()).stream()
            .map(it -> text.substring(it.start(), it.end()))
            .flatMap(it -> Folding.words(it).stream());

    assertThat(words).as(text.toString()).isEqualTo(Folding.words(text.toString()));
  }
}
