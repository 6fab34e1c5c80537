package org.registan.denial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.drafted;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

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
  private static final int MANY = 4;

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

    var page = As.the("PAK", "officer").get(asked);
    var found = new ArrayList<String>(page.path("items.id"));
    assertThat(found).isNotEmpty().hasSizeLessThan(MANY);
    while (page.path("next") != null) {
      page = As.the("PAK", "officer").get(asked + "&cursor=" + page.<String>path("next"));
      assertThat(page.<List<String>>path("items.id")).isNotEmpty();
      found.addAll(page.path("items.id"));
    }

    assertThat(found).containsExactlyInAnyOrderElementsOf(ids(paths));
    var lines = As.the("PAK", "officer").accept("application/x-ndjson").get(all).asString();
    assertThat(lines.lines().filter(it -> it.contains("\"disclosure\""))).hasSize(MANY);
  }

  @Test
  void aPageOfTheFeedDoesToo() {
    policy("PAK", permit("DETAIL", "KAZ"));
    var before = changes(null);
    while (before.<Boolean>path("more")) {
      before = changes(before.path("next"));
    }
    var paths = Stream.generate(() -> notified("PAK", largest("NRU"))).limit(MANY).toList();

    var page = changes(before.path("next"));
    assertThat(page.<List<?>>path("changes")).isNotEmpty().hasSizeLessThan(MANY);
    assertThat(page.<Boolean>path("more")).isTrue();
    var found = new ArrayList<String>(page.path("changes.record"));
    while (page.<Boolean>path("more")) {
      page = changes(page.path("next"));
      found.addAll(page.path("changes.record"));
    }

    assertThat(found).containsAll(ids(paths));
  }

  private static Response changes(@Nullable String after) {
    var request = As.the("KAZ", "machine-read").queryParam("limit", 200);
    return (after == null ? request : request.queryParam("after", after)).get("/v1/changes");
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
