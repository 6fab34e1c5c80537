package org.registan.denial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.drafted;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
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

  @Inject RecordTypes types;

  @BeforeEach
  void everyoneIsThere() {
    As.stand();
  }

  @Test
  void theLargestDenialIsSentOnce() throws IOException {
    var denial = largest();
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
    var denial = largest();
    var view = Json.parse(denial);
    var layout = types.named("denial").layout();
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var before = threads.getCurrentThreadAllocatedBytes();

    var rows = layout.rows(view).filter(it -> !it.isEmpty()).count();

    assertThat(rows).isEqualTo(ITEMS + PARTIES - 1);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20L * denial.length());
  }

  /** As many items and parties as the contract lets, with as much as a body may hold. */
  private static String largest() {
    var denial = (ObjectNode) Json.parse(draft("AFG"));
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

  static void repeated(ArrayNode list, int times) {
    while (list.size() < times) {
      list.add(list.get(0).deepCopy());
    }
  }
}
