package org.registan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.registan.As;
import org.registan.denial.Denials;
import org.registan.denial.ImportFiles;
import org.registan.record.RecordTypes;
import org.registan.stand.StandResource;

/** What is exported and imported again is what it was, whatever its texts say. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class TablesTest {

  /** What spreadsheets, separators, quotes and scripts could trip over. */
  private static final List<String> TRAPS =
      List.of(
          "=1+1",
          "-2+3",
          "+3",
          "@SUM(A1)",
          "'=1",
          "''=1",
          "'Abd al-Rahman",
          "\tTab",
          "\nline",
          "two\nlines",
          "\"quoted\"",
          "a,b;c|d\\n",
          "\\",
          "\\0",
          "\\n",
          "|",
          "||x||",
          "a\\|b",
          "＝1",
          " before and after ",
          "'",
          "=cmd|' /C calc'!A0",
          "کیمیائی برتن",
          "Қазақстан",
          "中文",
          "🙂",
          "O‘lchov",
          "x\u2028y",
          "true",
          "0",
          "1");

  private static final Cast CAST = Cast.USUAL;

  @Inject RecordTypes types;

  @BeforeEach
  void everyoneIsThere() {
    As.stand();
  }

  @Test
  void whateverTextsSayTheTableSaysTheSame() {
    var layout = types.named("denial").layout();
    var chance = new Random(7);
    Seeded.each(
        51,
        Integer.getInteger("trials", 300),
        Drafts.of(CAST, "PAK"),
        draft -> {
          var strange = (ObjectNode) trapped(draft, chance);
          assertThat(Exported.gathered(layout, Exported.text(layout, List.of(strange))))
              .as("%s", strange)
              .containsExactly(strange);
        });
  }

  /** The same with other texts in it. */
  private static JsonNode trapped(JsonNode node, Random chance) {
    switch (node) {
      case ObjectNode object ->
          object.properties().forEach(it -> it.setValue(trapped(it.getValue(), chance)));
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, trapped(array.get(i), chance));
        }
      }
      default -> {
        if (node.isTextual() && chance.nextInt(3) == 0) {
          return TextNode.valueOf(TRAPS.get(chance.nextInt(TRAPS.size())));
        }
      }
    }
    return node;
  }

  @ParameterizedTest
  @ValueSource(strings = {ImportTypes.LINES, ImportTypes.TABLE})
  void draftsExportedThrownAwayAndImportedAreTheSame(String type) {
    var run = UUID.randomUUID().toString();
    var drafts = new ArrayList<String>();
    Seeded.each(
        52,
        12,
        Drafts.of(CAST, "UZB"),
        draft -> {
          draft.remove("relatedDenials");
          draft.put("nationalReference", "=" + run + drafts.size());
          draft.put("notes", TRAPS.get(drafts.size()));
          drafts.add(Denials.drafted("UZB", draft.toString()));
        });
    var before = contents(run);
    var file = export(type).asString();
    drafts.forEach(it ->
        As.the("UZB", "officer")
            .header("If-Match", Denials.etag("UZB", it))
            .delete(it)
            .then()
            .statusCode(204));
    assertThat(contents(run)).isEmpty();

    ImportFiles.drafted("UZB", type, file);

    assertThat(before).hasSize(12);
    assertThat(contents(run)).isEqualTo(before);
  }

  private static Response export(String type) {
    return As.the("UZB", "officer")
        .accept(type + ", application/problem+json")
        .get("/v1/denials?status=DRAFT")
        .then()
        .statusCode(200)
        .extract()
        .response();
  }

  /** The contents of this run's drafts, by their owner's own names. */
  private Map<String, ObjectNode> contents(String run) {
    var frame = types.named("denial").layout().frame();
    var all = new TreeMap<String, ObjectNode>();
    export(ImportTypes.LINES)
        .asString()
        .lines()
        .map(Json::parse)
        .map(ObjectNode.class::cast)
        .filter(it -> it.path("nationalReference").asText().contains(run))
        .forEach(it -> {
          it.remove(frame);
          all.put(it.path("nationalReference").asText(), it);
        });
    return all;
  }

  /** The types of files. */
  interface ImportTypes {
    String LINES = "application/x-ndjson";
    String TABLE = "text/csv";
  }
}
