package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.registan.denial.Challenges.answered;
import static org.registan.denial.Challenges.raised;
import static org.registan.denial.Challenges.seen;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.Lists;
import org.registan.kernel.Json;
import org.registan.stand.StandResource;

/** Each of the two finds the challenges of all records at once, as the records have them. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class ChallengeListTest {

  @BeforeEach
  void pakistanShares() {
    As.stand();
    policy("PAK", permit("DETAIL", "KAZ"), permit("CORE", "UZB"));
  }

  @Test
  void theListIsWhatTheRecordsSay() {
    var first = notified("PAK", draft("AFG"));
    var second = notified("PAK", draft("IRN"));
    raised("KAZ", first);
    answered("PAK", second, raised("KAZ", second));
    raised("UZB", second);

    for (var reader : List.of("PAK", "KAZ", "UZB")) {
      assertThat(of(listed(reader, Map.of()), first))
          .isEqualTo(of(items(seen(reader, first)), first));
      assertThat(of(listed(reader, Map.of()), second))
          .isEqualTo(of(items(seen(reader, second)), second));
    }
    assertThat(of(listed("KAZ", Map.of()), second)).hasSize(1);
    assertThat(of(listed("PAK", Map.of()), second)).hasSize(2);
  }

  @Test
  void anOwnerFindsWhatWaitsForItsAnswerAndByWhen() {
    var open = notified("PAK", draft("AFG"));
    var done = notified("PAK", draft("AFG"));
    raised("KAZ", open);
    answered("PAK", done, raised("KAZ", done));

    var waiting = Map.of("side", "RECEIVED", "state", "OPEN");
    assertThat(of(listed("PAK", waiting), open)).hasSize(1);
    assertThat(of(listed("PAK", waiting), done)).isEmpty();
    var due =
        LocalDate.parse(
            Json.parse(of(listed("PAK", waiting), open).getFirst()).at("/due/due").asText());
    assertThat(of(listed("PAK", dueBefore(due)), open)).isEmpty();
    assertThat(of(listed("PAK", dueBefore(due.plusDays(1))), open)).hasSize(1);
  }

  @Test
  void eachSideIsOneByItself() {
    var path = notified("PAK", draft("AFG"));
    raised("KAZ", path);

    assertThat(of(listed("PAK", Map.of("side", "RAISED")), path)).isEmpty();
    assertThat(of(listed("KAZ", Map.of("side", "RECEIVED")), path)).isEmpty();
    assertThat(of(listed("KAZ", Map.of("side", "RAISED")), path)).hasSize(1);
  }

  @Test
  void whatIsNoLongerSharedIsInTheOwnersListAlone() {
    var path = notified("PAK", draft("AFG"));
    raised("KAZ", path);

    policy("PAK", permit("CORE", "UZB"));

    assertThat(of(listed("KAZ", Map.of()), path)).isEmpty();
    assertThat(of(listed("PAK", Map.of("state", "UNSHARED")), path)).hasSize(1);
  }

  @Test
  void itsReadingIsLoggedForWhoseWordsAreRead() {
    var path = notified("PAK", draft("AFG"));
    var challenge = raised("KAZ", path);
    listed("PAK", Map.of("side", "RECEIVED"));

    As.the("KAZ", "auditor")
        .queryParam("record", id(challenge))
        .get("/v1/audit")
        .then()
        .body("items.findAll { it.event == 'challenge.list' }.by.participant", hasItem("PAK"));
  }

  @Test
  void itIsAskedForInWordsOfTheContract() {
    As.the("PAK", "officer").get("/v1/challenges?side=ALL").then().statusCode(400);
    As.the("PAK", "officer").get("/v1/challenges?state=CLOSED").then().statusCode(400);
    As.the("PAK", "officer").get("/v1/challenges?dueBefore=soon").then().statusCode(400);
    As.the("PAK", "officer")
        .get("/v1/challenges?side=RECEIVED&dueBefore=2000-01-01")
        .then()
        .statusCode(200)
        .body("items", empty())
        .body("$", not(hasKey("next")));
    As.the("KAZ", "officer").get("/v1/challenges?cursor=mine").then().body("status", equalTo(400));
  }

  private static Map<String, String> dueBefore(LocalDate day) {
    return Map.of("side", "RECEIVED", "state", "OPEN", "dueBefore", day.toString());
  }

  /** Every page of a list, two to a page. */
  private static List<String> listed(String reader, Map<String, String> asked) {
    return Lists.items(
            () -> As.the(reader, "officer").queryParams(asked).queryParam("limit", 2),
            "/v1/challenges")
        .stream()
        .map(Json::write)
        .toList();
  }

  private static List<String> items(ValidatableResponse response) {
    var items = new ArrayList<String>();
    Json.parse(response.extract().asString())
        .path("items")
        .forEach(it -> items.add(Json.write(it)));
    return items;
  }

  private static List<String> of(List<String> items, String path) {
    return items.stream()
        .filter(it -> Json.parse(it).path("record").asText().equals(id(path)))
        .toList();
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
