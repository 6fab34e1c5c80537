package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.registan.kernel.Json;
import org.registan.record.Act;
import org.registan.record.Moment;
import org.registan.record.Term;

/** Whatever an act notes in a denial has a column of its own in the table of denials. */
class NotedTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

  @Test
  void theTableHasAColumnForAllThatTheActsNoteAndNoOther() throws IOException {
    var contract = contract();
    var noted = new TreeSet<String>();
    for (var act : DenialActs.ALL) {
      for (var atTerm : Term.AtTerm.values()) {
        var life = Json.object();
        act.change()
            .apply(life, fullRequest(contract, act), new Moment(TODAY, new Term(24, atTerm, 10)));
        collect("", life, noted);
      }
    }

    assertThat(DenialActs.NOTED).doesNotHaveDuplicates();
    assertThat(Set.copyOf(DenialActs.NOTED)).isEqualTo(noted);
  }

  /** A request that says everything that the contract has for its act. */
  private static ObjectNode fullRequest(JsonNode contract, Act act) {
    var request = Json.object();
    contract
        .path("paths")
        .path("/v1/denials/{id}/" + act.name())
        .at("/post/requestBody/content/application~1json/schema/properties")
        .fieldNames()
        .forEachRemaining(it -> request.put(it, "said"));
    return request;
  }

  private static void collect(String name, JsonNode node, Set<String> leaves) {
    if (!node.isObject()) {
      leaves.add(name);
    }
    node.properties()
        .forEach(it ->
            collect(
                name.isEmpty() ? it.getKey() : name + "." + it.getKey(), it.getValue(), leaves));
  }

  private static JsonNode contract() throws IOException {
    try (var in = NotedTest.class.getResourceAsStream("/META-INF/registan.yaml")) {
      return new YAMLMapper().readTree(in);
    }
  }
}
