package org.registan.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.oracle.Attributes.elements;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.registan.oracle.Notice.Status;

/** The expectation of views agrees with the contract, and sees what it is there to see. */
class ExpectedTest {

  private static final JsonNode CONTRACT = contract();
  private static final List<Level> READING = List.of(Level.CORE, Level.DETAIL, Level.OWNER);

  private static JsonNode contract() {
    try (var in =
        Objects.requireNonNull(ExpectedTest.class.getResourceAsStream("/META-INF/registan.yaml"))) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode example(String name) {
    return CONTRACT.at("/components/examples/" + name + "/value").deepCopy();
  }

  private static Notice notified(ObjectNode draft) {
    return Notice.drafted("d0", "PAK", draft).notified();
  }

  @Test
  void theContractsExampleIsTheCoreViewOfItsDraft() {
    Expected expected = Expected.view(notified(example("DenialDraft")), Level.CORE);
    assertThat(expected.faults(example("Denial"))).isEmpty();
  }

  @Test
  void whateverIsWithheldWouldBeSeenIfItCame() {
    ObjectNode view = example("Denial");
    Expected expected = Expected.view(notified(example("DenialDraft")), Level.CORE);
    assertThat(withheldAt(Level.CORE)).isNotEmpty();
    for (String name : withheldAt(Level.CORE)) {
      assertThat(expected.faults(view.deepCopy().put(name, "x")))
          .containsExactly(name + " must be absent");
    }
    ObjectNode item = (ObjectNode) view.withArray("items").get(0);
    item.put("hsCode", "841989");
    assertThat(expected.faults(view)).hasSize(1);
  }

  @Test
  void everyMemberOfTheContractHasALayer() {
    Set<String> known = new TreeSet<>(withheldAt(Level.CORE));
    known.addAll(
        List.of("id", "reference", "owner", "disclosure", "version", "updatedAt", "status"));
    known.addAll(List.of("notificationDate", "validUntil", "reviewDue"));
    known.addAll(List.of("renewal", "suspension", "finalAssessment", "revocation", "withdrawal"));
    known.addAll(List.of("denialKind", "authorisationType", "decisionDate", "controlBasis"));
    known.addAll(List.of("items", "destination", "parties", "partiesUnknown", "reasonCodes"));
    known.addAll(List.of("underAppeal", "label", "caveats", "personsErased"));
    assertThat(names(CONTRACT.at("/components/schemas/Denial/properties")))
        .containsExactlyInAnyOrderElementsOf(known);
  }

  /** What no draft shows at the level: found by asking for the view of one that has everything. */
  private static Set<String> withheldAt(Level level) {
    ObjectNode all = Json.empty();
    names(CONTRACT.at("/components/schemas/DenialDraft/properties"))
        .forEach(name -> all.put(name, "x"));
    Set<String> withheld = names(all);
    withheld.removeAll(names(Layers.content(all, level)));
    if (level != Level.OWNER) {
      withheld.addAll(List.of("agency", "held"));
    }
    return withheld;
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void aHigherLevelShowsNoLess() {
    Seeded.each(
        21,
        500,
        Drafts.of(Cast.USUAL, "PAK"),
        draft -> {
          List<Set<String>> shown =
              READING.stream().map(level -> pointers(Layers.content(draft, level), "")).toList();
          assertThat(shown.get(1)).containsAll(shown.get(0));
          assertThat(shown.get(2)).containsAll(shown.get(1));
          assertThat(shown.get(2)).isEqualTo(pointers(draft, ""));
        });
  }

  private static Set<String> pointers(JsonNode node, String at) {
    Set<String> pointers = new TreeSet<>(Set.of(at));
    node.properties()
        .forEach(each -> pointers.addAll(pointers(each.getValue(), at + "/" + each.getKey())));
    List<JsonNode> elements = node.isArray() ? elements(node).toList() : List.of();
    for (int i = 0; i < elements.size(); i++) {
      pointers.addAll(pointers(elements.get(i), at + "/" + i));
    }
    return pointers;
  }

  @Test
  void aNarrativeWithAStricterLabelStaysAtHome() {
    ObjectNode draft = example("DenialDraft");
    draft.putObject("reasonNarrative").putObject("label").put("tlp", "AMBER+STRICT");
    assertThat(Layers.content(draft, Level.DETAIL).has("reasonNarrative")).isFalse();
    assertThat(Layers.content(draft, Level.OWNER).has("reasonNarrative")).isTrue();
    draft.withObject("/label").put("tlp", "AMBER+STRICT");
    assertThat(Layers.content(draft, Level.DETAIL).has("reasonNarrative")).isTrue();
    assertThat(Layers.content(draft, Level.CORE).has("reasonNarrative")).isFalse();
  }

  @Test
  void ofAnErrorLittleIsLeft() {
    Notice error =
        notified(example("DenialDraft"))
            .ended(Status.ISSUED_IN_ERROR, Json.empty().put("reason", "Wrong file"));
    Expected expected = Expected.view(error, Level.DETAIL);
    assertThat(Stream.concat(names(expected.exact()).stream(), expected.given().stream()))
        .containsExactlyInAnyOrder(
            "id",
            "reference",
            "version",
            "updatedAt",
            "notificationDate",
            "owner",
            "disclosure",
            "status",
            "denialKind",
            "decisionDate",
            "label",
            "caveats",
            "withdrawal");
    assertThat(expected.perhaps()).isEmpty();
    assertThat(Expected.view(error, Level.OWNER).exact().has("items")).isTrue();
  }
}
