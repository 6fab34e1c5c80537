package org.registan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.ImportFiles.IMPORTS;
import static org.registan.denial.ImportFiles.TABLE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.denial.Denials;
import org.registan.denial.ImportFiles;
import org.registan.kernel.Json;
import org.registan.stand.Application;
import org.registan.stand.Stand;

/** A file whose import is killed while it is read and while it is notified is in, each row once. */
class ImportKilledIT {

  private static final int ROWS = Integer.getInteger("rows", 300);
  private static final int KILLS = 2;

  /** Where no other test's denials go. */
  private static final String FAR = "NIU";

  /** What is wrong with one row of a hundred: a cell of the usual row, and what stands there. */
  private enum Mistake {
    KIND("denialKind", "REFUSAL", "REFUSED"),
    DAY("decisionDate", "2020-01-31", "31.1.2020"),
    FORM("items.form", ",GOODS,", ",,"),
    REASON("reasonCodes", ",R21,", ",R00,"),
    LABEL("label.tlp", ",AMBER,", ",PINK,");

    private final String column;
    private final String right;
    private final String wrong;

    Mistake(String column, String right, String wrong) {
      this.column = column;
      this.right = right;
      this.wrong = wrong;
    }

    static boolean isIn(int row) {
      return row % 100 == 50;
    }

    static Mistake of(int row) {
      return values()[row / 100 % values().length];
    }
  }

  private final Application application = new Application(Stand.current());
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void start() {
    RestAssured.port = Stand.current().applicationPort();
    application.start();
    As.stand();
  }

  @AfterEach
  void stop() {
    application.stop();
  }

  @Test
  void eachRowOfAnImportThatIsKilledAgainAndAgainIsInOnceOrItsFaultIsLocated() {
    var path = received();
    var read = killedWhile("READING", path, "waiting");
    ImportFiles.settled("PAK", path);
    Denials.approved("PAK", ImportFiles.proposed("PAK", path));
    var notified = killedWhile("NOTIFYING", path, "drafted");
    ImportFiles.settled("PAK", path);

    System.out.printf("import of %d rows: killed at %s, %s%n", ROWS, read, notified);
    assertThat(faults(path)).isEqualTo(mistakes());
    var state = ImportFiles.state("PAK", path);
    ImportFiles.assertCount(state, "total", ROWS);
    ImportFiles.assertCount(state, "refused", mistakes().size());
    ImportFiles.assertCount(state, "notified", ROWS - mistakes().size());
    assertThat(fullRead()).isEqualTo(expected());
  }

  private String received() {
    var file = new StringBuilder(ImportFiles.table(FAR, List.of()));
    for (int row = 0; row < ROWS; row++) {
      var text = ImportFiles.row(FAR, name(row));
      file.append(
          Mistake.isIn(row) ? text.replace(Mistake.of(row).right, Mistake.of(row).wrong) : text);
    }
    return ImportFiles.with(As.the("PAK", "officer"), TABLE, file.toString())
        .post(IMPORTS)
        .then()
        .statusCode(202)
        .extract()
        .header("Location");
  }

  private String name(int row) {
    return run + "-" + row;
  }

  /** Kills it whenever another share is done; how many were to be done each time. */
  private List<Integer> killedWhile(String state, String path, String left) {
    var killed = new ArrayList<Integer>();
    while (killed.size() < KILLS) {
      var now = ImportFiles.state("PAK", path);
      var toDo = now.at("/records/" + left).asInt();
      if (toDo <= ROWS - ROWS * (killed.size() + 1) / (KILLS + 2)) {
        assertThat(now.path("state").asText()).as("too quick to be killed").isEqualTo(state);
        application.kill();
        killed.add(toDo);
        application.start();
      } else {
        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      }
    }
    return killed;
  }

  /** Column and row of everything that is wrong. */
  private Map<Integer, String> mistakes() {
    return IntStream.range(0, ROWS)
        .filter(Mistake::isIn)
        .boxed()
        .collect(toMap(row -> row + 2, row -> Mistake.of(row).column, (a, b) -> a, TreeMap::new));
  }

  private static Map<Integer, String> faults(String path) {
    var faults = new TreeMap<Integer, String>();
    for (var line : ImportFiles.report("PAK", path)) {
      for (var fault : line.path("errors")) {
        faults.merge(
            fault.path("row").asInt(), fault.path("column").asText(), (a, b) -> a + ", " + b);
      }
    }
    return faults;
  }

  /** What the owner reads of them, by their own names, without what the platform gives each. */
  private Map<String, List<JsonNode>> fullRead() {
    return Lists.items(() -> As.the("PAK", "officer"), "/v1/denials?limit=200&destination=" + FAR)
        .stream()
        .filter(it -> it.path("nationalReference").asText().startsWith(run))
        .collect(
            groupingBy(
                it -> it.path("nationalReference").asText(),
                TreeMap::new,
                mapping(ImportKilledIT::bare, toList())));
  }

  private static JsonNode bare(JsonNode denial) {
    ObjectNode bare = denial.deepCopy();
    return bare.remove(List.of("id", "reference", "updatedAt"));
  }

  /** What an import of the same rows gives that nobody disturbs. */
  private Map<String, List<JsonNode>> expected() {
    var quiet = "quiet-" + run;
    var path = ImportFiles.drafted("PAK", TABLE, ImportFiles.table(FAR, List.of(quiet)));
    Denials.approved("PAK", ImportFiles.proposed("PAK", path));
    ImportFiles.settled("PAK", path);
    var record = ImportFiles.report("PAK", path).getFirst().path("record").asText();
    var one = bare(Json.parse(As.the("PAK", "officer").get("/v1/denials/" + record).asString()));
    var expected = new TreeMap<String, List<JsonNode>>();
    IntStream.range(0, ROWS)
        .filter(row -> !Mistake.isIn(row))
        .forEach(row -> {
          ObjectNode same = one.deepCopy();
          expected.put(name(row), List.of(same.put("nationalReference", name(row))));
        });
    return expected;
  }
}
