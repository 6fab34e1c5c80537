package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.kernel.Json;
import org.registan.stand.StandResource;

/** A whole list as a stream is what its pages are, and the feed completes it. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class ExportTest {

  static final String LINES = "application/x-ndjson, application/problem+json";
  static final String TABLE = "text/csv, application/problem+json";

  /** Where no other test's denials go. */
  private static final String FAR = "NRU";

  @BeforeEach
  void pakistanShares() {
    As.stand();
    policy("PAK", permit("CORE", "KAZ"));
  }

  @Test
  void itsLinesAreTheItemsOfThePagesAndACount() {
    notified("PAK", draft(FAR));
    notified("PAK", draft(FAR));

    var lines = lines("/v1/denials?destination=" + FAR);
    var page = As.the("KAZ", "officer").get("/v1/denials?limit=200&destination=" + FAR);

    var items = new ArrayList<JsonNode>();
    Json.parse(page.asString()).path("items").forEach(items::add);
    assertThat(lines.subList(0, lines.size() - 1)).isEqualTo(items).hasSizeGreaterThan(1);
    assertThat(lines.getLast().path("count").asInt()).isEqualTo(items.size());
  }

  @Test
  void theFeedCompletesItFromItsPosition() {
    notified("PAK", draft(FAR));
    var position = lines("/v1/denials").getLast().path("position").asText();
    var path = notified("PAK", draft(FAR));

    var changes = lines("/v1/changes?after=" + position);

    assertThat(changes).hasSize(2);
    assertThat(path).endsWith(changes.getFirst().path("record").asText());
    assertThat(changes.getLast().path("count").asInt()).isEqualTo(1);
    var next = changes.getLast().path("position").asText();
    assertThat(lines("/v1/changes?after=" + next)).hasSize(1);
  }

  @Test
  void whoAsksForNothingInParticularGetsPages() {
    As.the("KAZ", "officer")
        .accept("*/*")
        .get("/v1/denials")
        .then()
        .statusCode(200)
        .contentType("application/json");
    As.the("KAZ", "officer")
        .accept("*/*")
        .get("/v1/changes")
        .then()
        .statusCode(200)
        .contentType("application/json");
  }

  @Test
  void aStreamHasNoPages() {
    for (var accept : List.of(LINES, TABLE)) {
      As.the("KAZ", "officer").accept(accept).get("/v1/denials?limit=2").then().statusCode(400);
    }
    As.the("KAZ", "officer").accept(LINES).get("/v1/changes?limit=2").then().statusCode(400);
  }

  @Test
  void theTableHasTheLabelOnEveryRowAndNothingThatIsWithheld() throws IOException {
    notified("PAK", draft(FAR).replace("\"Darya Pump Works\"", "\"=1+1\""));

    var table =
        As.the("KAZ", "officer")
            .accept(TABLE)
            .get("/v1/denials?owner=PAK&destination=" + FAR)
            .then()
            .statusCode(200)
            .extract();

    assertThat(table.contentType()).startsWith("text/csv");
    assertThat(table.asString()).contains("\"'=1+1|PRIMARY|en\"").doesNotContain("N-1", "Herat");
    assertThat(rows(table.asString()))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("label.tlp")).isEqualTo("AMBER"));
  }

  @Test
  void aWaitingPullerIsToldAsSoonAsThereIsSomething() {
    var position = lines("/v1/denials").getLast().path("position").asText();
    var waiting =
        CompletableFuture.supplyAsync(
            () -> As.the("KAZ", "officer").get("/v1/changes?wait=20&after=" + position).asString());

    var path = notified("PAK", draft(FAR));

    var changes = Json.parse(waiting.join()).path("changes");
    assertThat(changes).hasSize(1);
    assertThat(path).endsWith(changes.path(0).path("record").asText());
  }

  @Test
  void aWaitThatIsOverAnswersWithNothing() {
    var position = lines("/v1/denials").getLast().path("position").asText();

    var page = As.the("KAZ", "officer").get("/v1/changes?wait=1&after=" + position);

    assertThat(Json.parse(page.asString()).path("changes")).isEmpty();
    As.the("KAZ", "officer").get("/v1/changes?wait=31").then().statusCode(400);
  }

  private static List<CSVRecord> rows(String table) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(table))
        .getRecords();
  }

  private static List<JsonNode> lines(String path) {
    return As.the("KAZ", "officer")
        .accept(LINES)
        .get(path)
        .then()
        .statusCode(200)
        .contentType("application/x-ndjson")
        .extract()
        .asString()
        .lines()
        .map(Json::parse)
        .toList();
  }
}
