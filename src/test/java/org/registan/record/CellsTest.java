package org.registan.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Nothing in a cell runs in a spreadsheet, whatever separates cells there. */
class CellsTest {

  @Test
  void aFormulaIsMarkedWhereverACellMayBegin() {
    assertThat(Cells.inert("=1+1")).isEqualTo("'=1+1");
    assertThat(Cells.inert("vessel;=1+1;\"")).isEqualTo("vessel;'=1+1;\"");
    assertThat(Cells.inert("a\n\"@SUM(1)")).isEqualTo("a\n\"'@SUM(1)");
    assertThat(Cells.inert("\tx")).isEqualTo("'\tx");
    assertThat(Cells.inert("a-b = c")).isEqualTo("a-b = c");
  }

  @Property(tries = 2000, seed = "41")
  void itIsReadBackAsItWas(@ForAll("texts") String text) {
    var cell = Cells.inert(text);

    assertThat(Cells.original(cell)).isEqualTo(text);
    for (var separator : List.of(";", "\t", "\n", "\r")) {
      for (var part : cell.split(separator, -1)) {
        assertThat(part.replaceFirst("^\"+", "")).doesNotStartWith("=").doesNotStartWith("+");
      }
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("=+-@;'\"\t\r\n a＝").ofMaxLength(12);
  }
}
