package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.ImportFiles.assertCount;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.stand.StandResource;

/**
 * A whole register in one file, one row in a hundred of it faulty. {@code -Drows=} sets its length.
 */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class RegisterFileTest {

  private static final int ROWS = Integer.getInteger("rows", 1_000);

  /** Mistakes, each with the column in which it is. */
  private static final List<Mistake> MISTAKES =
      List.of(
          new Mistake("2020-01-31", "31.01.2020", "decisionDate"),
          new Mistake(",GOODS,", ",,", "items.form"),
          new Mistake("|PRIMARY|", "|ALIAS|", "parties.names"),
          new Mistake(",R21,", ",R00,", "reasonCodes"),
          new Mistake(",AMBER,", ",RED,", "releasableTo"));

  private record Mistake(String right, String wrong, String column) {}

  @Test
  void everyFaultOfALongFileIsLocatedAndAllElseIsDrafted() {
    As.stand();
    var run = UUID.randomUUID().toString();
    var file = new StringBuilder(ImportFiles.table("KIR", List.of()));
    var expected = new TreeMap<Integer, String>();
    for (int i = 0; i < ROWS; i++) {
      var row = ImportFiles.row("KIR", run + "-" + i);
      if (i % 100 == 42) {
        var mistake = MISTAKES.get(expected.size() % MISTAKES.size());
        expected.put(i + 2, mistake.column());
        row = row.replace(mistake.right(), mistake.wrong());
      }
      file.append(row);
    }

    var path = ImportFiles.drafted("UZB", ImportFiles.TABLE, file.toString());

    var found = new TreeMap<Integer, String>();
    for (var line : ImportFiles.report("UZB", path)) {
      for (JsonNode error : line.path("errors")) {
        found.put(error.path("row").asInt(), error.path("column").asText());
      }
    }
    assertThat(found).isEqualTo(expected);
    assertCount(ImportFiles.state("UZB", path), "drafted", ROWS - expected.size());
    ImportFiles.discarded("UZB", path);
    assertCount(ImportFiles.state("UZB", path), "discarded", ROWS - expected.size());
  }
}
