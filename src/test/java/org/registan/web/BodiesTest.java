package org.registan.web;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes in as JSON is one text within bounds that the host sets. */
class BodiesTest {

  private final Bodies bodies =
      new Bodies(
          new SmallRyeConfigBuilder()
              .addDiscoveredConverters()
              .withMapping(Limits.class)
              .withDefaultValues(
                  Map.of(
                      "registan.limits.body", "1K",
                      "registan.limits.depth", "3",
                      "registan.limits.text", "10",
                      "registan.limits.number", "5",
                      "registan.limits.elements", "4"))
              .build()
              .getConfigMapping(Limits.class));

  @Test
  void whatIsAsLargeAsItMayBeIsTaken() {
    assertThatCode(() -> parse("{\"a\": [[12345]], \"b\": \"abcdefghij\", \"c\": [1, 2, 3, 4]}"))
        .doesNotThrowAnyException();
  }

  @Test
  void whatIsLargerIsRefused() {
    assertThat(status("[[[[1]]]]")).isEqualTo(400);
    assertThat(status("[\"abcdefghijk\"]")).isEqualTo(400);
    assertThat(status("[123456]")).isEqualTo(400);
    assertThat(status("[1, 2, 3, 4, 5]")).isEqualTo(400);
    assertThat(status("[1]" + " ".repeat(1_024))).isEqualTo(413);
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    var broken = "[\"ab\"]".getBytes(UTF_8);
    broken[3] = (byte) 0xC3;
    assertThat(status(broken)).isEqualTo(400);
    assertThat(status("[\"ab\"]".getBytes(UTF_16))).isEqualTo(400);
    assertThat(status("[\"\\ud800\"]")).isEqualTo(400);
    assertThat(status("[\"a\\u0000\"]")).isEqualTo(400);
  }

  @Test
  void numbersThatNoNumberHoldsAreRefused() {
    assertThat(status("{\"a\": [1e999]}")).isEqualTo(400);
    assertThat(status("1e999")).isEqualTo(400);
  }

  @Test
  void whatIsNotOneDocumentIsRefused() {
    assertThat(status("{\"a\": 1, \"a\": 2}")).isEqualTo(400);
    assertThat(status("{} {}")).isEqualTo(400);
    assertThat(status("{\"a\": 1")).isEqualTo(400);
    assertThat(status("")).isEqualTo(400);
  }

  private void parse(String text) {
    bodies.parse(text.getBytes(UTF_8));
  }

  private int status(String text) {
    return status(text.getBytes(UTF_8));
  }

  private int status(byte[] bytes) {
    var refusal = catchThrowableOfType(Problem.class, () -> bodies.parse(bytes));
    assertThat(refusal).as("refused").isNotNull();
    return refusal.body().status();
  }
}
