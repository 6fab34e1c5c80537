package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.Denials.drafted;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.kernel.Json;
import org.registan.stand.StandResource;

/** A page is no longer than a node can hold for each of its callers, and goes on after that. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class LongPagesTest {

  /** Where no other test's denials go. */
  private static final String FAR = "NRU";

  private static final int LONG = 3_000_000;

  private final String run = UUID.randomUUID().toString();

  @BeforeEach
  void everyoneIsThere() {
    As.stand();
    policy("PAK", permit("DETAIL", "KAZ"), permit("CORE", "UZB"));
  }

  @Test
  void aListOfLongRecordsEndsItsPagesEarly() {
    var all = IntStream.range(0, 3).mapToObj(it -> id(drafted("PAK", large("items")))).toList();

    assertThat(listed("PAK", "DRAFT")).doesNotHaveDuplicates().containsAll(all);
  }

  @Test
  void whatStandsApartOfPersonsCounts() {
    var all = IntStream.range(0, 8).mapToObj(it -> id(drafted("PAK", large("parties")))).toList();

    assertThat(listed("PAK", "DRAFT")).doesNotHaveDuplicates().containsAll(all);
  }

  @Test
  void theFeedEndsItsPagesEarlyAndWhatIsWithheldIsNotWeighed() {
    var detail = position("KAZ");
    var core = position("UZB");
    var all = IntStream.range(0, 3).mapToObj(it -> id(notified("PAK", large("items")))).toList();

    assertThat(told("KAZ", detail)).containsExactlyElementsOf(all);
    var atCore = page("UZB", "/v1/changes?limit=200&after=" + core);
    assertThat(atCore.path("changes").findValuesAsText("record")).containsExactlyElementsOf(all);
    assertThat(atCore.path("more").asBoolean()).isFalse();
  }

  /** What the pages of a list hold, each of which is not too long, together. */
  private static List<String> listed(String state, String status) {
    var path = "/v1/denials?limit=200&destination=%s&status=%s".formatted(FAR, status);
    var ids = new ArrayList<String>();
    var page = page(state, path);
    while (page.has("next")) {
      page.path("items").forEach(it -> ids.add(it.path("id").asText()));
      page = page(state, path + "&cursor=" + page.path("next").asText());
    }
    page.path("items").forEach(it -> ids.add(it.path("id").asText()));
    return ids;
  }

  private static List<String> told(String state, String after) {
    var records = new ArrayList<String>();
    var page = page(state, "/v1/changes?limit=200&after=" + after);
    while (!page.path("changes").isEmpty()) {
      page.path("changes").forEach(it -> records.add(it.path("record").asText()));
      page = page(state, "/v1/changes?limit=200&after=" + page.path("next").asText());
    }
    return records;
  }

  private static JsonNode page(String state, String path) {
    var text = As.the(state, "officer").get(path).then().statusCode(200).extract().asString();
    assertThat(text).hasSizeLessThan(LONG);
    return Json.parse(text);
  }

  private static String position(String state) {
    var lines =
        As.the(state, "officer").accept("application/x-ndjson").get("/v1/denials?owner=XKX");
    return Json.parse(lines.asString().lines().toList().getLast()).path("position").asText();
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A denial most of which is its items, or the persons in it. */
  private String large(String by) {
    var denial = (ObjectNode) Json.parse(Persons.denied(FAR));
    denial.put("nationalReference", UUID.randomUUID().toString()).put("notes", run);
    if (by.equals("items")) {
      LargestExportTest.repeated((ArrayNode) denial.path("items"), 100);
      for (var item : denial.path("items")) {
        var parameters = ((ObjectNode) item).putArray("technicalParameters");
        IntStream.range(0, 28)
            .forEach(it ->
                parameters.addObject().put("name", "n".repeat(200)).put("value", "v".repeat(200)));
      }
    } else {
      var names = (ArrayNode) denial.at("/parties/0/names");
      ((ObjectNode) names.get(0)).put("text", "N".repeat(300));
      LargestExportTest.repeated(names, 30);
      LargestExportTest.repeated((ArrayNode) denial.path("parties"), 50);
    }
    return denial.toString();
  }
}
