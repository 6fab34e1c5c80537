package org.registan.denial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.drafted;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.kernel.Json;
import org.registan.record.RecordTypes;
import org.registan.stand.StandResource;

/** A table is as long as what it says: no record is sent over and over. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class LargestExportTest {

  private static final int ITEMS = 100;
  private static final int PARTIES = 50;

  /** More than one answer holds. */
  private static final int MANY = 3;

  @Inject RecordTypes types;

  @BeforeEach
  void everyoneIsThere() {
    As.stand();
  }

  @Test
  void theLargestDenialIsSentOnce() throws IOException {
    var denial = largest("AFG");
    var reference = Json.parse(As.the("PAK", "officer").get(drafted("PAK", denial)).asString());

    var table =
        As.the("PAK", "officer")
            .accept(ExportTest.TABLE)
            .get("/v1/denials?status=DRAFT&reference=" + reference.path("reference").asText())
            .then()
            .statusCode(200)
            .extract()
            .asString();

    assertThat(table.getBytes(UTF_8)).hasSizeLessThan(2 * denial.getBytes(UTF_8).length);
    assertThat(CSVFormat.RFC4180.parse(new StringReader(table)).getRecords())
        .hasSize(1 + ITEMS + PARTIES - 1);
  }

  @Test
  void itsRowsTakeNoMoreMemoryThanItself() {
    var denial = largest("AFG");
    var view = Json.parse(denial);
    var layout = types.named("denial").layout();
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var before = threads.getCurrentThreadAllocatedBytes();

    var rows = layout.rows(view).filter(it -> !it.isEmpty()).count();

    assertThat(rows).isEqualTo(ITEMS + PARTIES - 1);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20L * denial.length());
  }

  @Test
  void aPageOfTheLargestEndsBeforeItsLimitAndGoesOn() {
    var paths = Stream.generate(() -> drafted("PAK", largest("NRU"))).limit(MANY).toList();
    var all = "/v1/denials?status=DRAFT&destination=NRU";
    var asked = all + "&limit=200";

    var page = read(As.the("PAK", "officer").get(asked));
    var found = texts(page, "/items", "id");
    assertThat(found).isNotEmpty().hasSizeLessThan(MANY);
    while (page.has("next")) {
      page = read(As.the("PAK", "officer").get(asked + "&cursor=" + page.path("next").asText()));
      assertThat(page.path("items")).isNotEmpty();
      found.addAll(texts(page, "/items", "id"));
    }

    assertThat(found).containsExactlyInAnyOrderElementsOf(ids(paths));
    var lines = As.the("PAK", "officer").accept("application/x-ndjson").get(all).asString();
    assertThat(lines.lines().filter(it -> it.contains("\"disclosure\""))).hasSize(MANY);
  }

  /** Of Uzbekistan, as other tests change Pakistan's policy time and again. */
  @Test
  void aPageOfTheFeedDoesTooAndAPolicyReachesThemAll() {
    policy("UZB", permit("DETAIL", "KAZ"));
    var before = changes(null);
    while (before.path("more").asBoolean()) {
      before = changes(before.path("next").asText());
    }
    var paths = Stream.generate(() -> notified("UZB", largest("NRU"))).limit(MANY).toList();

    var page = changes(before.path("next").asText());
    assertThat(page.path("changes")).isNotEmpty().hasSizeLessThan(MANY);
    assertThat(page.path("more").asBoolean()).isTrue();
    var found = texts(page, "/changes", "record");
    while (page.path("more").asBoolean()) {
      page = changes(page.path("next").asText());
      found.addAll(texts(page, "/changes", "record"));
    }
    assertThat(found).containsAll(ids(paths));

    policy("UZB", permit("CORE", "PAK"));
    paths.forEach(it -> As.the("KAZ", "officer").get(it).then().statusCode(404));
    paths.forEach(it -> As.the("PAK", "officer").get(it).then().statusCode(200));
  }

  private static JsonNode changes(@Nullable String after) {
    var request = As.the("KAZ", "machine-read").queryParam("limit", 200);
    return read((after == null ? request : request.queryParam("after", after)).get("/v1/changes"));
  }

  private static JsonNode read(Response answer) {
    return Json.parse(answer.then().statusCode(200).extract().asString());
  }

  private static List<String> texts(JsonNode page, String list, String name) {
    var texts = new ArrayList<String>();
    page.at(list).forEach(it -> texts.add(it.path(name).asText()));
    return texts;
  }

  private static List<String> ids(List<String> paths) {
    return paths.stream().map(it -> it.substring(it.lastIndexOf('/') + 1)).toList();
  }

  /** As many items and parties as the contract lets, with as much as a body may hold. */
  private static String largest(String destination) {
    var denial = (ObjectNode) Json.parse(draft(destination));
    denial.put("nationalReference", UUID.randomUUID().toString());
    repeated((ArrayNode) denial.path("items"), ITEMS);
    repeated((ArrayNode) denial.path("parties"), PARTIES);
    for (var item : denial.path("items")) {
      var parameters = ((ObjectNode) item).putArray("technicalParameters");
      for (int i = 0; i < 30; i++) {
        parameters.addObject().put("name", "Ж".repeat(200)).put("value", "v".repeat(200));
      }
    }
    var text = Json.object().put("lang", "en").put("text", "Ж".repeat(3_999));
    for (var texts :
        new ArrayNode[] {
          denial.putArray("statedEndUse"), denial.putObject("reasonNarrative").putArray("texts")
        }) {
      texts.add(text);
      repeated(texts, 10);
    }
    return denial.toString();
  }

  private static void repeated(ArrayNode list, int times) {
    while (list.size() < times) {
      list.add(list.get(0).deepCopy());
    }
  }
}
