package org.registan.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import org.junit.jupiter.api.Test;

/** A word is found however it was written. */
class WordsTest {

  @Test
  void asciiIsFoldedAsAnyOtherText() {
    var every = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    for (char c = 0; c < 128; c++) {
      var text = "Aa" + c + "Zz" + c + c;
      assertThat(Words.fold(text)).isEqualTo(every.transliterate(text));
    }
  }

  @Test
  void scriptsAccentsAndMarksMakeNoDifference() {
    assertThat(Words.of("Каир Œuvre l’été")).isEqualTo(Words.of("KAIR oeuvre l'ete"));
  }
}
