package org.registan.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.stand.StandResource;

/** What a request costs: a number of statements that no number of records or recipients moves. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class StatementsTest {

  /** The most that each read may send, the caller's admission included. */
  private static final Map<String, Integer> READS =
      Map.ofEntries(
          Map.entry("me", 1),
          Map.entry("listParticipants", 4),
          Map.entry("getParticipant", 4),
          Map.entry("getCalendar", 3),
          Map.entry("getDenialTerm", 2),
          Map.entry("listAccounts", 3),
          Map.entry("listClients", 3),
          Map.entry("listCodeLists", 1),
          Map.entry("getCodeList", 1),
          Map.entry("listDenials", 6),
          Map.entry("searchDenials", 6),
          Map.entry("getDenial", 5),
          Map.entry("listDenialVersions", 8),
          Map.entry("getDenialVersion", 9),
          Map.entry("listDenialReleases", 10),
          Map.entry("listDenialLinks", 8),
          Map.entry("listDenialChallenges", 6),
          Map.entry("listChallenges", 4),
          Map.entry("listDenialImports", 4),
          Map.entry("getDenialImport", 4),
          Map.entry("getDenialImportReport", 5),
          Map.entry("listDocuments", 6),
          Map.entry("searchDocuments", 6),
          Map.entry("getDocument", 5),
          Map.entry("getDocumentAttachment", 9),
          Map.entry("listDocumentVersions", 8),
          Map.entry("getDocumentVersion", 9),
          Map.entry("listDocumentReleases", 10),
          Map.entry("listDocumentLinks", 8),
          Map.entry("listControlLists", 5),
          Map.entry("getCodeStatus", 6),
          Map.entry("findEntries", 6),
          Map.entry("searchEntries", 6),
          Map.entry("listEditions", 6),
          Map.entry("searchEditions", 6),
          Map.entry("getEdition", 5),
          Map.entry("getEditionAttachment", 9),
          Map.entry("listEditionVersions", 8),
          Map.entry("getEditionVersion", 9),
          Map.entry("listEditionReleases", 10),
          Map.entry("listEditionLinks", 8),
          Map.entry("listEntries", 7),
          Map.entry("listEditionChanges", 20),
          Map.entry("listTouchedDenials", 15),
          Map.entry("listProposals", 4),
          Map.entry("getProposal", 14),
          Map.entry("getPolicy", 7),
          Map.entry("listPolicyVersions", 8),
          Map.entry("getPolicyDraft", 3),
          Map.entry("rehearsePolicy", 14),
          Map.entry("explainDecision", 11),
          Map.entry("listOneOffs", 3),
          Map.entry("listChanges", 6),
          Map.entry("listMatrixTemplates", 1),
          Map.entry("getMatrixTemplate", 1),
          Map.entry("listRowOfStates", 6),
          Map.entry("countMatrixRows", 5),
          Map.entry("listMatrices", 6),
          Map.entry("searchMatrices", 6),
          Map.entry("getMatrix", 5),
          Map.entry("listMatrixDifferences", 9),
          Map.entry("listMatrixVersions", 8),
          Map.entry("getMatrixVersion", 9),
          Map.entry("listMatrixReleases", 10),
          Map.entry("listMatrixLinks", 8),
          Map.entry("listMatrixFields", 7),
          Map.entry("getMatrixRow", 7),
          Map.entry("getMatrixProgress", 7),
          Map.entry("listAudit", 4));

  /** The most that each act may send, and the approval of what it proposes. */
  private static final Map<String, Integer> ACTS =
      Map.ofEntries(
          Map.entry("adoptPolicy", 20),
          Map.entry("amendDenial", 19),
          Map.entry("approve: amendDenial", 57),
          Map.entry("answerDenialChallenge", 15),
          Map.entry("approve: answerDenialChallenge", 20),
          Map.entry("approveProposal", 12),
          Map.entry("assessDenialFinally", 18),
          Map.entry("approve: assessDenialFinally", 57),
          Map.entry("attachToDocument", 48),
          Map.entry("attachToEdition", 48),
          Map.entry("amendEdition", 24),
          Map.entry("approve: amendEdition", 62),
          Map.entry("deleteEditionAttachment", 40),
          Map.entry("deleteEditionDraft", 16),
          Map.entry("draftEdition", 24),
          Map.entry("holdEdition", 33),
          Map.entry("liftEditionHold", 17),
          Map.entry("approve: liftEditionHold", 48),
          Map.entry("notifyEdition", 20),
          Map.entry("approve: notifyEdition", 62),
          Map.entry("operateOnEntries", 50),
          Map.entry("putEntries", 50),
          Map.entry("redraftEdition", 26),
          Map.entry("withdrawEditionInError", 18),
          Map.entry("approve: withdrawEditionInError", 62),
          Map.entry("blockAccount", 6),
          Map.entry("blockClient", 6),
          Map.entry("challengeDenial", 11),
          Map.entry("approve: challengeDenial", 21),
          Map.entry("changePolicyGroup", 22),
          Map.entry("deleteDenialDraft", 16),
          Map.entry("deletePolicyDraft", 8),
          Map.entry("deleteDocumentAttachment", 40),
          Map.entry("deleteDocumentDraft", 16),
          Map.entry("discardDenialImport", 9),
          Map.entry("discardProposal", 7),
          Map.entry("draftDenial", 23),
          Map.entry("draftDocument", 22),
          Map.entry("endOneOff", 24),
          Map.entry("erasePersonsOfDenial", 32),
          Map.entry("approve: erasePersonsOfDenial", 86),
          Map.entry("holdDenial", 33),
          Map.entry("holdDocument", 33),
          Map.entry("importDenials", 12),
          Map.entry("liftDenialHold", 17),
          Map.entry("approve: liftDenialHold", 48),
          Map.entry("liftDocumentHold", 17),
          Map.entry("approve: liftDocumentHold", 48),
          Map.entry("moveNationalAuthority", 8),
          Map.entry("narrowPolicyGroup", 45),
          Map.entry("notifyDenial", 18),
          Map.entry("approve: notifyDenial", 58),
          Map.entry("notifyDenialImport", 14),
          Map.entry("approve: notifyDenialImport", 22),
          Map.entry("publishDocument", 9),
          Map.entry("publishMatrix", 9),
          Map.entry("approve: publishMatrix", 60),
          Map.entry("approve: publishDocument", 58),
          Map.entry("putAgency", 8),
          Map.entry("putCalendar", 13),
          Map.entry("putDenialTerm", 9),
          Map.entry("putParticipant", 30),
          Map.entry("putPolicyDraft", 11),
          Map.entry("redraftDenial", 25),
          Map.entry("redraftDocument", 24),
          Map.entry("registerClient", 8),
          Map.entry("approve: registerClient", 12),
          Map.entry("releaseOnce", 17),
          Map.entry("approve: releaseOnce", 41),
          Map.entry("renewDenial", 18),
          Map.entry("approve: renewDenial", 56),
          Map.entry("restartReleases", 23),
          Map.entry("returnProposal", 8),
          Map.entry("revokeDenial", 18),
          Map.entry("approve: revokeDenial", 62),
          Map.entry("rotateClientKey", 8),
          Map.entry("stopReleases", 15),
          Map.entry("submitDocument", 18),
          Map.entry("approve: submitDocument", 58),
          Map.entry("suspendDenial", 18),
          Map.entry("approve: suspendDenial", 57),
          Map.entry("unblockAccount", 6),
          Map.entry("unblockClient", 6),
          Map.entry("draftMatrix", 22),
          Map.entry("redraftMatrix", 30),
          Map.entry("deleteMatrixDraft", 22),
          Map.entry("submitMatrix", 24),
          Map.entry("approve: submitMatrix", 62),
          Map.entry("holdMatrix", 33),
          Map.entry("liftMatrixHold", 18),
          Map.entry("approve: liftMatrixHold", 48),
          Map.entry("putMatrixRow", 32),
          Map.entry("assignMatrixSection", 12),
          Map.entry("carryOverMatrix", 36),
          Map.entry("handInMatrixSection", 11),
          Map.entry("returnMatrixSection", 11),
          Map.entry("withdrawDenialInError", 18),
          Map.entry("approve: withdrawDenialInError", 62));

  private static final List<String> NEWCOMERS =
      List.of("TJK", "BLR", "MDV", "AZE", "GEO", "ARM", "TUR", "IRQ");

  /** An owner's records are judged again in portions, of which those of this test may need one. */
  private static final Offset<Integer> A_PORTION = Offset.offset(1);

  @Inject Statements statements;

  @BeforeEach
  void everyoneIsThere() {
    As.stand();
    statements.quieten();
    policy("PAK", permit("DETAIL", "KAZ"));
    policy("KAZ", permit("DETAIL", "PAK"));
    MatrixThings.share();
    Things.shareLists();
  }

  @AfterEach
  void upkeepGoesOn() {
    statements.letRun();
  }

  @Test
  void everyOperationHasABound() {
    var bound = new TreeSet<>(READS.keySet());
    ACTS.keySet().stream().filter(it -> !it.startsWith("approve: ")).forEach(bound::add);

    assertThat(bound).isEqualTo(Rights.read().operations());
  }

  @Test
  void aReadOfFortyLargeRecordsCostsWhatOneOfThreeSmallOnesDoes() {
    var cost = new Costs(statements, feedEnd());
    IntStream.range(0, 3).forEach(i -> notified("PAK", person(1)));
    var few = cost.ofReads(200);

    IntStream.range(0, 37).forEach(i -> notified("PAK", person(20)));

    var many = cost.ofReads(200);
    assertThat(many).as("40 records for 3").isEqualTo(few);
    assertThat(cost.ofReads(2)).as("pages of 2 for pages of 200").isEqualTo(many);
    assertWithin(READS, many);
  }

  @Test
  void anActCostsTheSameForManyRecipientsAndAmongManyRecords() {
    var cost = new Costs(statements, feedEnd());
    var acts = new TreeSet<>(Rights.read().operations());
    acts.removeAll(READS.keySet());
    var few = cost.ofActs(acts);

    NEWCOMERS.forEach(Newcomers::enter);
    policy(
        "PAK",
        java.util.stream.Stream.concat(
                NEWCOMERS.stream(), java.util.stream.Stream.of("KAZ", "UZB", "UN1540"))
            .map(it -> permit("CORE", it))
            .toArray(String[]::new));
    IntStream.range(0, 20).forEach(i -> notified("PAK", person(1)));

    var many = cost.ofActs(acts);
    assertThat(many.keySet()).isEqualTo(few.keySet());
    few.forEach((what, was) -> assertThat(many.get(what)).as(what).isCloseTo(was, A_PORTION));
    assertWithin(ACTS, many);
  }

  private static void assertWithin(Map<String, Integer> bounds, Map<String, Integer> costs) {
    System.out.println("statements: " + costs);
    assertThat(costs.keySet()).isEqualTo(bounds.keySet());
    costs.forEach((what, cost) ->
        assertThat(cost).as(what).isLessThanOrEqualTo(bounds.getOrDefault(what, 0)));
  }

  /**
   * A denial to Tonga, where no other goes; with so many items, and its end-user a natural person.
   */
  static String person(int items) {
    var body = draft("TON").replace("\"ORGANISATION\"", "\"PERSON\"");
    var from = body.indexOf("\"items\": [") + "\"items\": [".length();
    var to = body.indexOf("],\n \"destination\"");
    var item = body.substring(from, to);
    var all = new ArrayList<String>();
    IntStream.range(0, items)
        .forEach(i -> all.add(item.replace("reaction vessels", "reaction vessels no. " + i)));
    return body.substring(0, from) + String.join(",", all) + body.substring(to);
  }

  private static String feedEnd() {
    String next = "";
    while (true) {
      var page =
          As.the("KAZ", "officer")
              .get("/v1/changes?limit=200" + (next.isEmpty() ? "" : "&after=" + next))
              .then()
              .statusCode(200)
              .extract();
      next = page.path("next");
      if (!page.<Boolean>path("more")) {
        return next;
      }
    }
  }
}
