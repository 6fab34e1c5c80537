package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.stand.StandResource;

/** However a state reads another's record, the owner's own log says which state read it. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class ReadsAreLoggedTest {

  private static final String OF_KAZ =
      "items.findAll { %sit.by.participant == 'KAZ' && '%s' in it.records.id }.%s";

  private String path;
  private String reference;

  @BeforeEach
  void pakistanSharesADenialWithKazakhstan() {
    As.stand();
    policy("PAK", permit("DETAIL", "KAZ"));
    path = notified("PAK", draft("AFG"));
    reference = As.the("PAK", "officer").get(path).path("reference");
  }

  @Test
  void oneRead() {
    As.the("KAZ", "officer").get(path).then().statusCode(200);

    assertThat(logged("record.read")).hasSize(1);
  }

  @Test
  void oneThatAnswersThatNothingChanged() {
    var etag = As.the("KAZ", "officer").get(path).header("ETag");

    As.the("KAZ", "officer").header("If-None-Match", etag).get(path).then().statusCode(304);

    assertThat(logged("record.read")).hasSize(2);
  }

  @Test
  void anAttemptToChallengeItAsAReadAndNoMore() {
    var before = names("PAK");

    Challenges.proposed("KAZ", path, Challenges.wrongFirm()).then().statusCode(202);

    assertThat(added(before)).containsOnly("record.read");
    assertThat(names("KAZ")).contains("record.foreign");
  }

  @Test
  void aLookAtAChallengeThatWaitsForApprovalAsAReadAndNoMore() {
    var proposal = Challenges.proposed("KAZ", path, Challenges.wrongFirm()).header("Location");
    var before = names("PAK");

    As.the("KAZ", "officer").get(proposal).then().statusCode(200);

    assertThat(added(before)).containsExactly("record.read");
    assertThat(names("KAZ")).contains("proposal.read");
  }

  @Test
  void aChallengeThatIsRefused() {
    var before = names("PAK");
    As.the("KAZ", "officer")
        .body(Challenges.wrongFirm())
        .post(path + "/challenges")
        .then()
        .statusCode(428);
    As.the("KAZ", "officer")
        .header("If-Match", "\"old\"")
        .body(Challenges.wrongFirm())
        .post(path + "/challenges")
        .then()
        .statusCode(412);

    assertThat(added(before)).containsExactly("record.read", "record.read");
  }

  @Test
  void anApprovalThatIsRefused() {
    var proposal = Challenges.proposed("KAZ", path, Challenges.wrongFirm()).header("Location");
    var before = names("PAK");

    As.the("KAZ", "releaser")
        .header("If-Match", "\"guessed\"")
        .post(proposal + "/approve")
        .then()
        .statusCode(412);

    assertThat(added(before)).containsExactly("record.read");
  }

  @Test
  void aDraftThatIsRefusedForAnotherFault() {
    var faulty =
        draft("AFG", "AMBER", WithheldTest.related(path)).replace("2026-01-15", "2099-01-15");
    As.the("KAZ", "officer").body(faulty).post("/v1/denials").then().statusCode(422);

    assertThat(names("PAK")).containsExactly("record.read");
  }

  @Test
  void anAttemptToChangeIt() {
    As.the("KAZ", "releaser")
        .header("If-Match", Denials.etag("KAZ", path))
        .body("{\"reason\": \"Ours\"}")
        .post(path + "/hold")
        .then()
        .statusCode(403);

    assertThat(logged("record.own.refused")).hasSize(1);
  }

  @Test
  void aDraftThatPointsToItAsAReadAndNoMore() {
    Denials.drafted("KAZ", draft("AFG", "AMBER", WithheldTest.related(path)));

    assertThat(names("PAK")).containsExactly("record.read");
    assertThat(names("KAZ")).contains("record.link");
  }

  @Test
  void aList() {
    As.the("KAZ", "officer").queryParam("reference", reference).get("/v1/denials");

    assertThat(logged("record.list")).hasSize(1);
  }

  @Test
  void aSearch() {
    As.the("KAZ", "officer")
        .body("{\"reference\": [\"%s\"]}".formatted(reference))
        .post("/v1/denials/searches");

    assertThat(logged("record.list")).hasSize(1);
  }

  @Test
  void anExport() {
    for (var type : List.of("application/x-ndjson", "text/csv")) {
      As.the("KAZ", "officer").accept(type).queryParam("reference", reference).get("/v1/denials");
    }

    assertThat(logged("record.export")).hasSize(2);
  }

  @Test
  void theFeedInLines() {
    As.the("KAZ", "officer").accept("application/x-ndjson").get("/v1/changes");

    assertThat(logged("changes.read")).hasSize(1);
  }

  @Test
  void aVersion() {
    As.the("KAZ", "officer").get(path + "/versions/1").then().statusCode(200);

    assertThat(logged("record.read-version")).hasSize(1);
  }

  @Test
  void thePageOfAFeed() {
    String after = null;
    boolean more;
    do {
      var request = As.the("KAZ", "machine-read").queryParam("limit", 200);
      if (after != null) {
        request.queryParam("after", after);
      }
      var page = request.get("/v1/changes");
      after = page.path("next");
      more = page.path("more");
    } while (more);

    assertThat(logged("changes.read")).hasSize(1);
  }

  @Test
  void neverWhoOfThatStateRead() {
    As.the("KAZ", "officer").get(path).then().statusCode(200);

    assertThat(logged("record.read"))
        .singleElement()
        .satisfies(by -> assertThat(by).containsOnlyKeys("participant", "agency"));
  }

  /** Who did this to the denial, as Pakistan's log has it of Kazakhstan. */
  private List<Map<String, String>> logged(String event) {
    return entries("PAK")
        .path(OF_KAZ.formatted("it.event == '%s' && ".formatted(event), id(), "by"));
  }

  /** What Kazakhstan did with the denial, by what a state's log calls it. */
  private List<String> names(String log) {
    return entries(log).path(OF_KAZ.formatted("", id(), "event"));
  }

  /** What Pakistan's log has more of it, newest first. */
  private List<String> added(List<String> before) {
    var now = names("PAK");
    return now.subList(0, now.size() - before.size());
  }

  private String id() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Response entries(String log) {
    return As.the(log, "auditor")
        .queryParam("limit", 200)
        .get("/v1/audit")
        .then()
        .statusCode(200)
        .extract()
        .response();
  }
}
