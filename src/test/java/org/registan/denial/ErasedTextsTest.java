package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.Denials.approved;
import static org.registan.denial.Denials.carriedOut;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;
import static org.registan.denial.Persons.because;
import static org.registan.denial.Persons.erased;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.stand.StandResource;

/** Which texts an erasure takes: each that says what its writer was shown, and no code. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class ErasedTextsTest {

  private static final String ERASED = "[erased]";

  /** A person of whom CORE shows the name, and DETAIL the passport too. */
  private static final String END_USER =
      person(
          "Jasur Mirzayev", "identifiers", "{\"scheme\": \"PASSPORT\", \"value\": \"QW7755331\"}");

  @BeforeEach
  void oneSeesDetailOneSeesCore() {
    As.stand();
    policy("PAK", permit("DETAIL", "KAZ"), permit("CORE", "UZB"));
  }

  @Test
  void aGuessAtWhomItsStateWasNeverShownEndsAlikeRightOrWrong() {
    var path = notified("PAK", draft("AFG", "AMBER", exporter("Ruslan Odilov")));
    var texts = List.of("It is Ruslan Odilov", "It is Farhod Saidov");
    approved("KAZ", said("KAZ", path, texts.getFirst()));
    var guesses = texts.stream().map(it -> said("KAZ", path, it)).toList();
    var challenges = Challenges.seen("KAZ", path).extract().asString();

    erased("PAK", path);

    for (var guess : guesses) {
      var now = As.the("KAZ", "officer").get(guess.header("Location"));
      assertThat(now.asString()).isEqualTo(guess.asString());
      assertThat(now.header("ETag")).isEqualTo(guess.header("ETag"));
    }
    assertThat(Challenges.seen("KAZ", path).extract().asString()).isEqualTo(challenges);
  }

  @Test
  void whatAStateWroteLosesWhatItWasShownAtItsLevelAndNoMore() {
    var path = notified("PAK", draft("AFG").replaceFirst("\\{\"roles\".*\\s.*\\s.*}}", END_USER));

    var texts = List.of("By Mirzayev", "Has QW7755331", "Is well known");
    var atCore = texts.stream().map(it -> said("UZB", path, it)).toList();
    var atDetail = texts.stream().map(it -> said("KAZ", path, it)).toList();
    erased("PAK", path);

    assertThat(texts("UZB", atCore)).containsExactly(ERASED, texts.get(1), texts.get(2));
    assertThat(texts("KAZ", atDetail)).containsExactly(ERASED, ERASED, texts.get(2));
  }

  @Test
  void whatAStateWroteLosesWhatItWasShownBeforeItWasTakenBack() {
    var path = notified("PAK", draft("AFG").replaceFirst("\\{\"roles\".*\\s.*\\s.*}}", END_USER));
    var said = List.of(said("KAZ", path, "Has QW7755331"));
    carriedOut("PAK", path, "amend", because("A firm", ", \"content\": " + draft("AFG")));
    policy("PAK", permit("CORE", "UZB"));

    erased("PAK", path);

    assertThat(texts("KAZ", said)).containsExactly(ERASED);
  }

  private static String person(String name, String member, String value) {
    return """
    {"roles": ["END_USER"], "kind": "PERSON", "country": "AFG",
     "names": [{"text": "%s", "type": "PRIMARY"}], "%s": [%s]}\
    """
        .formatted(name, member, value);
  }

  private static String exporter(String name) {
    return "\"exporter\": {\"kind\": \"PERSON\", \"names\": [{\"text\": \"%s\", \"type\": \"PRIMARY\"}]},"
        .formatted(name);
  }

  private static Response said(String challenger, String path, String text) {
    var more = ", \"ground\": \"OTHER\", \"text\": \"%s\"".formatted(text);
    return Challenges.proposed(challenger, path, because("Asked", more));
  }

  private static Stream<String> texts(String state, List<Response> proposals) {
    return proposals.stream()
        .map(it -> As.the(state, "officer").get(it.header("Location")).path("content.text"));
  }
}
