package org.registan.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.oracle.Attributes.elements;
import static org.registan.oracle.Attributes.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is generated or written by hand is valid against the contract and against the rules beyond
 * it.
 */
class GeneratorsTest {

  private static final JsonSchema DRAFT = Contract.schema("DenialDraft");
  private static final JsonSchema POLICY = Contract.schema("Policy");

  /** How many of each; {@code -Ddrafts=} sets it. */
  private static final int TRIALS = Integer.getInteger("drafts", 1000);

  @Test
  void draftsAreValid() {
    Seeded.each(11, TRIALS, Drafts.of(Cast.USUAL, "PAK"), GeneratorsTest::checkDraft);
  }

  @Test
  void policiesAreValid() {
    Seeded.each(
        12,
        TRIALS,
        Policies.of(Cast.USUAL, "KAZ"),
        policy -> assertThat(Contract.faults(POLICY, policy)).isEmpty());
  }

  @Test
  void theContractRefusesWhatItShould() {
    assertThat(Contract.faults(DRAFT, RecordText.plain().put("stray", 1))).isNotEmpty();
    assertThat(Contract.faults(POLICY, Json.empty())).isNotEmpty();
  }

  @Test
  void handWrittenCasesAreValid() {
    for (Case each : Cases.read().all()) {
      assertThat(Contract.faults(DRAFT, each.draft())).as(each.name).isEmpty();
      each.policies()
          .values()
          .forEach(policy -> assertThat(Contract.faults(POLICY, policy)).as(each.name).isEmpty());
    }
  }

  private static void checkDraft(JsonNode draft) {
    assertThat(Contract.faults(DRAFT, draft)).isEmpty();
    if (Codes.LISTS.contains(draft.path("controlBasis").asText())) {
      assertThat(elements(draft.path("items"))).anyMatch(item -> item.has("codes"));
    }
    if (texts(elements(draft.path("reasonCodes"))).contains(Codes.OTHER_REASON)) {
      assertThat(draft.has("reasonNarrative")).isTrue();
    }
    boolean received =
        elements(draft.path("parties"))
            .flatMap(party -> texts(elements(party.path("roles"))).stream())
            .anyMatch(Codes.RECEIVING_ROLES::contains);
    assertThat(received).isNotEqualTo(draft.path("partiesUnknown").asBoolean());
    for (JsonNode party : draft.path("parties")) {
      Stream<JsonNode> names = elements(party.path("names"));
      assertThat(texts(names.map(name -> name.path("type")))).containsOnlyOnce("PRIMARY");
    }
    List<String> named = texts(elements(draft.path("releasableTo")));
    assertThat(named).doesNotContain("PAK");
    if (draft.path("label").path("tlp").asText().equals("RED")) {
      assertThat(named).isNotEmpty();
    }
  }
}
