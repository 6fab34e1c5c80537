package org.registan.implementation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.demo.Submissions;
import org.registan.kernel.Json;
import org.registan.stand.StandResource;

/** The samples of the demonstration reach the Committee, once, and say that they are samples. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class DemoSubmissionsTest {

  /** The states, and as which the facts have them. */
  private static final Map<String, String> STATES = Map.of("PAK", "PK", "KAZ", "KZ", "UZB", "UZ");

  @BeforeEach
  void theDemonstrationIsLoaded() {
    As.stand();
    load();
  }

  @Test
  void eachStateHasSentOneReportAndOneMatrixHoweverOftenItIsLoaded() {
    load();

    for (var owner : STATES.keySet()) {
      assertThat(samples(Documents.PATH, owner, "report")).as(owner).hasSize(1);
      assertThat(samples(MatrixSamples.PATH, owner, "matrix")).as(owner).hasSize(1);
    }
    assertThat(samples(Documents.PATH, "UZB", "report").getFirst().path("title"))
        .anyMatch(it -> it.path("lang").asText().equals("uz-Latn"));
  }

  @Test
  void everyFieldOfAMatrixCitesPublishedFactsAndSaysThatNoGovernmentToldThem() throws IOException {
    var facts = facts();
    STATES.forEach((owner, state) -> {
      var matrix = samples(MatrixSamples.PATH, owner, "matrix").getFirst();
      assertThat(matrix.path("fields"))
          .as(owner)
          .isNotEmpty()
          .allSatisfy(field -> {
            assertThat(field.path("sources"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(facts).anyMatch(fact -> tells(fact, state, it)));
            assertThat(field.at("/remarks/0/text").asText())
                .startsWith("Read from published sources, not told by the Government.");
          });
    });
  }

  @Test
  void otherStatesReadAMatrixOnceItIsPublished() {
    var matrix = samples(MatrixSamples.PATH, "UZB", "matrix").getFirst();
    var path = MatrixSamples.PATH + "/" + matrix.path("id").asText();
    MatrixSamples.policy("UZB", Documents.whenPublished());

    As.the("KAZ", "officer").get(path).then().statusCode(404);
    Documents.published(path, "S/AC.44/SAMPLE/UZB");
    As.the("KAZ", "officer").get(path).then().statusCode(200);
  }

  private static boolean tells(JsonNode fact, String state, JsonNode source) {
    return List.of(fact.path("state").asText().split(",")).contains(state)
        && fact.path(fact.has("title") ? "title" : "reference").equals(source.path("law"))
        && fact.path("date").equals(source.path("article"))
        && fact.path("source").equals(source.path("link"))
        && fact.path("lang").equals(source.path("lang"));
  }

  private static JsonNode facts() throws IOException {
    try (var file = DemoSubmissionsTest.class.getResourceAsStream("/demo/1540-facts.json")) {
      return Json.parse(new String(requireNonNull(file).readAllBytes(), UTF_8));
    }
  }

  /** What the Committee reads of a state that says, as it must, what it is. */
  private static List<JsonNode> samples(String list, String owner, String what) {
    var title = "SAMPLE: " + what + " on the implementation of resolution 1540 (2004)";
    var answer = As.the("UN1540", "expert").get(list + "?limit=200&owner=" + owner);
    return Json.parse(answer.then().statusCode(200).extract().asString())
        .path("items")
        .valueStream()
        .filter(it -> it.path("title").findValuesAsText("text").contains(title))
        .filter(it -> it.at("/caveats/0").asText().equals("SAMPLE: NOT AN ACT OF ANY STATE"))
        .filter(it -> it.at("/label/tlp").asText().equals("CLEAR"))
        .toList();
  }

  private static void load() {
    var out = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    new Submissions(
            URI.create("http://127.0.0.1:" + io.restassured.RestAssured.port),
            (participant, role) -> As.stand().tokens().of(participant, role).access(),
            out)
        .load();
  }
}
