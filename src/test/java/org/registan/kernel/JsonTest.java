package org.registan.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.registan.oracle.Seeded;

/**
 * The canonical text of stored documents and audit entries is that of RFC 8785, however written.
 */
class JsonTest {

  private static final Arbitrary<String> TEXTS =
      Arbitraries.frequencyOf(
          Tuple.of(4, Arbitraries.strings().alpha().ofMaxLength(6)),
          Tuple.of(4, Arbitraries.strings().withChars("a\n\t\"\\/ اқўҳ\u2028\u00e9\ufb33\u20ac")),
          Tuple.of(1, Arbitraries.strings().withChars("\u0000\u0001\b\f\r\u001f\u007f")),
          Tuple.of(1, Arbitraries.of("\ud83d\ude00", "\ud800\udc00a")));

  private static final Arbitrary<Object> LEAVES =
      Arbitraries.oneOf(
          TEXTS,
          Arbitraries.integers(),
          Arbitraries.longs(),
          Arbitraries.doubles(),
          Arbitraries.of(true, false));

  private static Arbitrary<Object> trees(int depth) {
    return depth == 0
        ? LEAVES
        : Arbitraries.oneOf(
            LEAVES,
            trees(depth - 1).list().ofMaxSize(4),
            Arbitraries.maps(TEXTS, trees(depth - 1)).ofMaxSize(6));
  }

  @Test
  void theCanonicalTextIsThatOfTheStandardsOwnCode() {
    Seeded.each(
        8785,
        2_000,
        Arbitraries.maps(TEXTS, trees(3)).ofMaxSize(6),
        tree -> {
          JsonNode node = Json.tree(tree);
          assertThat(Json.canonical(node)).isEqualTo(byTheStandard(node));
        });
  }

  private static String byTheStandard(JsonNode node) {
    try {
      return new JsonCanonicalizer(Json.write(node)).getEncodedString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
