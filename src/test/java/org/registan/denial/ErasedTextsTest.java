package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.registan.denial.Denials.approved;
import static org.registan.denial.Denials.carriedOut;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;
import static org.registan.denial.Denials.proposed;
import static org.registan.denial.Persons.because;
import static org.registan.denial.Persons.erased;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
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
  private static final String END_USER = person("Jasur Mirzayev", "QW7755331");

  @Inject Jdbi jdbi;

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
    var path = notified("PAK", with(END_USER));

    var texts = List.of("By Mirzayev", "Has QW7755331", "Is well known");
    var atCore = texts.stream().map(it -> said("UZB", path, it)).toList();
    var atDetail = texts.stream().map(it -> said("KAZ", path, it)).toList();
    erased("PAK", path);

    assertThat(texts("UZB", atCore)).containsExactly(ERASED, texts.get(1), texts.get(2));
    assertThat(texts("KAZ", atDetail)).containsExactly(ERASED, ERASED, texts.get(2));
  }

  @Test
  void whatAStateWroteLosesWhatItWasShownBeforeItWasTakenBack() {
    var path = notified("PAK", with(END_USER));
    var said = List.of(said("KAZ", path, "Has QW7755331"));
    carriedOut("PAK", path, "amend", because("A firm", ", \"content\": " + draft("AFG")));
    policy("PAK", permit("CORE", "UZB"));

    erased("PAK", path);

    assertThat(texts("KAZ", said)).containsExactly(ERASED);
  }

  @Test
  void whoeverIsNamedLikeACodeTakesNoCodeAlong() {
    var path = notified("PAK", with(person("Core Uzb Denial Wrong Appeal", "Confirmed Firm")));
    var challenge = Challenges.raised("KAZ", path);
    var number = id(challenge).substring(0, 8);
    var identified = person("Core Uzb Denial Wrong Appeal", number, "2999");
    carriedOut("PAK", path, "amend", because("x", ", \"content\": " + with(identified)));
    carriedOut("PAK", path, "suspend", because("x", ", \"suspendText\": \"y\""));
    var open = everyKindOfProposal(path, challenge);
    var foreign = said("KAZ", path, "Dissolved");

    erased("PAK", path);

    open.forEach(it -> isLeftAndCanBeClosed("PAK", it));
    isLeftAndCanBeClosed("KAZ", foreign);
  }

  @Test
  void whateverElseNamesThePersonIsReadAndFoundByNobody() {
    var path = brought(named("File of Mirzayev"));
    carriedOut("PAK", path, "notify", because("x", ""));
    var before = found("KAZ");

    erased("PAK", path);

    assertThat(before).contains(id(path));
    for (var state : List.of("KAZ", "PAK")) {
      assertThat(found(state)).doesNotContain(id(path));
      assertThat(As.the(state, "officer").get(path).asString()).doesNotContain("Mirzayev");
    }
    As.the("PAK", "officer")
        .get(path)
        .then()
        .body("items[0].manufacturer", equalTo(ERASED))
        .body("items[0].technicalParameters[0].value", equalTo(ERASED))
        .body("regimeReferences[0].reference", equalTo(ERASED))
        .body("$", not(hasKey("nationalReference")));
    assertThat(keys(path)).isZero();
  }

  @Test
  void aNameThatSaysNothingOfThePersonStaysAndIsKnownAgain() {
    var denial = named("File 4711");
    var path = brought(denial);
    carriedOut("PAK", path, "notify", because("x", ""));

    erased("PAK", path);

    As.the("PAK", "officer").get(path).then().body("nationalReference", equalTo("File 4711"));
    assertThat(keys(path)).isOne();
  }

  /** A denial that names its person in every free text beside those that say why. */
  private static String named(String nationalReference) {
    return with(END_USER)
        .replace("N-1", nationalReference)
        .replace("Zarafshan Apparatus Works", "Workshop of Mirzayev")
        .replace(
            "\"form\"",
            "\"technicalParameters\": [{\"name\": \"made for\", \"value\": \"Mirzayev\"}], \"form\"")
        .replace(
            "\"notes\"",
            "\"regimeReferences\": [{\"regime\": \"NSG\", \"reference\": \"Mirzayev 7\"}], \"notes\"");
  }

  private static String brought(String denial) {
    var line = denial.replaceAll("\\s+", " ") + "\n";
    var batch = ImportFiles.drafted("PAK", ImportFiles.LINES, line);
    return "/v1/denials/" + ImportFiles.report("PAK", batch).getFirst().path("record").asText();
  }

  private static List<String> found(String reader) {
    return As.the(reader, "officer")
        .body("{\"q\": \"Mirzayev\"}")
        .post("/v1/denials/searches")
        .path("items.id");
  }

  private int keys(String path) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT COUNT(*) FROM import_key WHERE record = ?")
            .bind(0, UUID.fromString(id(path)))
            .mapTo(Integer.class)
            .one());
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static List<Response> everyKindOfProposal(String path, String challenge) {
    var proposals =
        Map.of(
            "amend", ", \"content\": " + draft("AFG"),
            "renew", ", \"renewText\": \"y\"",
            "revoke", ", \"revokeReason\": \"APPEAL_UPHELD\"",
            "final-assessment", ", \"outcome\": \"CONFIRMED\"",
            "withdraw-in-error", ", \"errorText\": \"y\"");
    var open = new ArrayList<Response>();
    proposals.forEach((act, more) ->
        open.add(proposed("PAK", path, act, because("x", more)).extract().response()));
    open.add(Challenges.answerProposed("PAK", path, challenge));
    open.add(As.the("PAK", "officer").body(oneOff(path)).post("/v1/policies/denial/one-offs"));
    return open;
  }

  private static String oneOff(String path) {
    return because(
        "x",
        ", \"record\": \"%s\", \"recipient\": \"UZB\", \"level\": \"CORE\", \"until\": \"2999-01-01T00:00:00Z\""
            .formatted(id(path)));
  }

  private static void isLeftAndCanBeClosed(String state, Response proposal) {
    var path = proposal.header("Location");
    var now = As.the(state, "releaser").get(path);
    now.then().statusCode(200).body("effect.stale", equalTo(true));
    assertThat(now.<Object>path("content")).isEqualTo(proposal.path("content"));
    decided(state, now, path + "/approve", "{}").then().statusCode(409);
    decided(state, now, path + "/return", "{\"comment\": \"Again\"}").then().statusCode(200);
  }

  private static Response decided(String state, Response proposal, String path, String body) {
    return As.the(state, "releaser")
        .header("If-Match", proposal.header("ETag"))
        .body(body)
        .post(path);
  }

  private static String person(String name, String... numbers) {
    var identifiers =
        Stream.of(numbers)
            .map("{\"scheme\": \"PASSPORT\", \"value\": \"%s\"}"::formatted)
            .collect(Collectors.joining(","));
    return """
    {"roles": ["END_USER"], "kind": "PERSON", "country": "AFG",
     "names": [{"text": "%s", "type": "PRIMARY"}], "identifiers": [%s]}\
    """
        .formatted(name, identifiers);
  }

  /** The usual denial with a person in the place of the firm. */
  private static String with(String person) {
    return draft("AFG").replaceFirst("\\{\"roles\".*\\s.*\\s.*}}", person);
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
