package org.registan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Places in what several participants share are carried under a veil. */
class CursorsTest {

  private static final String KEY = "of this database";

  @Test
  void aVeilGivesItsNumberBackAndIsTheSameForTheSame() {
    for (long number : List.of(0L, 1L, 41L, 42L, Long.MAX_VALUE)) {
      var veil = Cursors.veil(KEY, number);

      assertThat(Cursors.unveil(KEY, veil)).isEqualTo(number);
      assertThat(Cursors.veil(KEY, number)).isEqualTo(veil);
    }
  }

  @Test
  void neighboursHaveNothingInCommonForWhoLacksTheKey() {
    var one = behind(Cursors.veil(KEY, 41));
    var next = behind(Cursors.veil(KEY, 42));

    assertThat(one).isNotEqualTo(41);
    assertThat(next).isNotEqualTo(42);
    assertThat(Math.abs(next - one)).isGreaterThan(1_000_000);
    assertThat(Cursors.veil("another", 41)).isNotEqualTo(Cursors.veil(KEY, 41));
  }

  private static long behind(String veil) {
    return ByteBuffer.wrap(Base64.getUrlDecoder().decode(veil)).getLong(16);
  }
}
