package org.registan.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.registan.web.Problem;

/** Where there is a scanner, only its plain OK lets a file in. */
class ScannerTest {

  private static final byte[] FILE = Files.pdf(2 * Pieces.SIZE + 1);

  @Test
  void whatItFindsNothingInIsTakenAndItSawAllOfIt() {
    try (var clamd = Clamd.answering("stream: OK")) {
      assertThatCode(() -> at(clamd.address()).require(Files.pieces(FILE)))
          .doesNotThrowAnyException();
      assertThat(clamd.scanned()).containsExactly(FILE);
    }
  }

  @Test
  void whatItFindsIsRefused() {
    try (var clamd = Clamd.answering("stream: Eicar-Signature FOUND")) {
      assertThatThrownBy(() -> at(clamd.address()).require(Files.pieces(FILE)))
          .isInstanceOf(Refused.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "OK",
        "stream: OK FOUND?",
        "stream: ok",
        "INSTREAM size limit exceeded. ERROR",
        "UNKNOWN COMMAND"
      })
  void anyOtherAnswerOrNoneRefusesEverything(String answer) {
    try (var clamd = Clamd.answering(answer)) {
      assertUnavailable(at(clamd.address()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:1", "127.0.0.1", "nowhere.invalid:3310", ":1", "a:b"})
  void oneThatIsNotThereRefusesEverything(String address) {
    assertUnavailable(at(address));
  }

  @Test
  void whereNoneIsConfiguredNoneIsAsked() {
    for (var none : new String[] {"", "  "}) {
      assertThatCode(() -> at(none).require(Files.pieces(FILE))).doesNotThrowAnyException();
    }
  }

  private static Scanner at(String address) {
    return new Scanner(() -> Optional.of(address), Duration.ofSeconds(2), Duration.ofMillis(500));
  }

  private static void assertUnavailable(Scanner scanner) {
    assertThatThrownBy(() -> scanner.require(Files.pieces(FILE)))
        .isInstanceOfSatisfying(
            Problem.class, it -> assertThat(it).hasMessageContaining("cannot be looked at now"));
  }
}
