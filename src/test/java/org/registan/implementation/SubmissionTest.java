package org.registan.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.registan.implementation.Documents.PATH;
import static org.registan.implementation.Documents.content;
import static org.registan.implementation.Documents.drafted;
import static org.registan.implementation.Documents.policy;
import static org.registan.implementation.Documents.publication;
import static org.registan.implementation.Documents.published;
import static org.registan.implementation.Documents.report;
import static org.registan.implementation.Documents.submission;
import static org.registan.implementation.Documents.submitted;
import static org.registan.implementation.Documents.whenPublished;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.denial.Denials;
import org.registan.stand.StandResource;

/** What a state sends to the 1540 Committee stays with the Committee, as it was sent. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class SubmissionTest {

  private static final String REASON = "{\"reason\": \"As agreed\"}";
  private static final String STOP = "/v1/policies/1540-document/";

  @BeforeEach
  void pakistanSharesWhatTheCommitteeHasPublished() {
    As.stand();
    policy("PAK", whenPublished());
  }

  @Test
  void theCommitteeGetsWhatWasSubmittedAndNobodyElseDoes() {
    var path = drafted("PAK", report());
    As.the("UN1540", "expert").get(path).then().statusCode(404);
    var proposal = submission("PAK", path).statusCode(202).extract().response();
    As.the("PAK", "releaser")
        .get(proposal.header("Location"))
        .then()
        .body("type", equalTo("1540-document.submit"))
        .body("effect.recipients.recipient", contains("UN1540"))
        .body("effect.recipients.after", contains("DETAIL"));

    Denials.approved("PAK", proposal);

    for (var role : java.util.List.of("expert", "committee", "secretariat")) {
      As.the("UN1540", role)
          .get(path)
          .then()
          .statusCode(200)
          .body("status", equalTo("SUBMITTED"))
          .body("disclosure", equalTo("DETAIL"))
          .body("submission.noteVerbale.number", equalTo("UN/17"))
          .body("summary[0].text", containsString("Trans-shipment"))
          .body("$", not(hasKey("notes")));
    }
    As.the("KAZ", "officer").get(path).then().statusCode(404);
    As.the("UN1540", "expert").get(PATH).then().body("items.id", hasItem(id(path)));
  }

  @Test
  void neitherPolicyNorHoldNorStopSwitchTakesItBackFromTheCommittee() {
    var path = submitted("PAK", report());
    policy(
        "PAK",
        "{\"effect\": \"FORBID\", \"to\": {\"participants\": [\"UN1540\"]}}",
        Denials.permit("DETAIL", "KAZ"));
    As.the("KAZ", "officer").get(path).then().statusCode(200);

    As.the("PAK", "releaser")
        .header("If-Match", Denials.etag("PAK", path))
        .body(REASON)
        .post(path + "/hold")
        .then()
        .statusCode(200);
    As.the("PAK", "releaser").body(REASON).post(STOP + "stop").then().statusCode(200);

    As.the("KAZ", "officer").get(path).then().statusCode(404);
    As.the("UN1540", "expert").get(path).then().statusCode(200);
    As.the("PAK", "officer")
        .body("{\"record\": \"%s\", \"recipient\": \"UN1540\"}".formatted(id(path)))
        .post("/v1/policies/1540-document/explanations")
        .then()
        .body("level", equalTo("DETAIL"))
        .body("reasons.what", contains("SUBMITTED"));
  }

  @Test
  void afterItWasSubmittedNothingOfItIsChanged() {
    var path = submitted("PAK", report());
    var officer = As.the("PAK", "officer").header("If-Match", Denials.etag("PAK", path));

    officer.body(report()).put(path).then().statusCode(409);
    officer.delete(path).then().statusCode(409);
    submission("PAK", path).statusCode(409);
  }

  @Test
  void aChangeIsADocumentOfItsOwnThatLeadsToTheOneItChanges() {
    var first = submitted("PAK", report());
    String reference = As.the("PAK", "officer").get(first).path("reference");
    var change = "\"changeKind\": \"CORRIGENDUM\", \"changes\": \"%s\",".formatted(reference);
    var second = submitted("PAK", content("NATIONAL_REPORT", "GREEN", change));

    As.the("UN1540", "expert")
        .get(second)
        .then()
        .body("changeKind", equalTo("CORRIGENDUM"))
        .body("$", not(hasKey("changes")));
    As.the("UN1540", "expert")
        .get(second + "/links")
        .then()
        .body("items.relation", contains("CORRIGENDUM"))
        .body("items.id", contains(id(first)));
    As.the("UN1540", "expert")
        .get(first + "/links")
        .then()
        .body("items.relation", contains("HAS_CORRIGENDUM"))
        .body("items.id", contains(id(second)));
  }

  @Test
  void aChangeOfWhatWasNotSubmittedIsRefused() {
    String draft = As.the("PAK", "officer").get(drafted("PAK", report())).path("reference");
    policy("KAZ", Denials.permit("DETAIL", "PAK"));
    String theirs = As.the("PAK", "officer").get(submitted("KAZ", report())).path("reference");
    for (var other : java.util.List.of(draft, theirs, "PAK-2026-AAAAAAA")) {
      var change = "\"changeKind\": \"ADDENDUM\", \"changes\": \"%s\",".formatted(other);
      As.the("PAK", "officer")
          .body(content("NATIONAL_REPORT", "GREEN", change))
          .post(PATH)
          .then()
          .statusCode(422)
          .body("errors.pointer", contains("/changes"));
    }
  }

  @Test
  void aLabelUnderWhichTheCommitteeWouldNotGetItIsRefusedWhenItIsSubmitted() {
    submission("PAK", drafted("PAK", content("NATIONAL_REPORT", "AMBER", "")))
        .statusCode(422)
        .body("errors.pointer", contains("/label/tlp"));
    var named = "\"releasableTo\": [\"KAZ\"],";
    submission("PAK", drafted("PAK", content("NATIONAL_REPORT", "RED", named)))
        .statusCode(422)
        .body("errors.pointer", contains("/releasableTo"));
    var path = drafted("PAK", report());
    Denials.proposed("PAK", path, "submit", Documents.noteVerbale(LocalDate.of(2999, 1, 1)))
        .statusCode(422)
        .body("errors.pointer", contains("/noteVerbale/date"));
  }

  @Test
  void theSecretariatSetsTheSymbolAndThenOthersReadItAsThePolicySays() {
    var path = submitted("PAK", report());
    var proposal = publication(path, "S/AC.44/2026/(02)/1");
    proposal
        .then()
        .statusCode(202)
        .body("effect.tells", equalTo("PAK"))
        .body("effect", not(hasKey("recipients")));
    As.the("KAZ", "officer").get(path).then().statusCode(404);

    As.the("UN1540", "committee")
        .header("If-Match", proposal.header("ETag"))
        .post(proposal.header("Location") + "/approve")
        .then()
        .statusCode(200);

    As.the("KAZ", "officer")
        .get(path)
        .then()
        .statusCode(200)
        .body("status", equalTo("PUBLISHED"))
        .body("publication.symbol", equalTo("S/AC.44/2026/(02)/1"));
    var versions = As.the("PAK", "officer").get(path + "/versions").then();
    versions.body("items.act", contains("publish", "submit"));
    assertThat(versions.extract().asString())
        .doesNotContain(account("secretariat"), account("committee"));
  }

  @Test
  void anotherSymbolShowsTheOneItReplaces() {
    var path = submitted("PAK", report());
    published(path, "S/AC.44/2026/(02)/4");

    publication(path, "S/AC.44/2026/(02)/4/Corr.1")
        .then()
        .statusCode(202)
        .body("effect.replaces.symbol", equalTo("S/AC.44/2026/(02)/4"));
  }

  @Test
  void nothingIsPublishedBeforeItsNoteVerbale() {
    var path = submitted("PAK", report());
    As.the("UN1540", "secretariat")
        .header("If-Match", As.the("UN1540", "secretariat").get(path).header("ETag"))
        .body("{\"reason\": \"Approved\", \"symbol\": \"S/1\", \"date\": \"1999-01-01\"}")
        .post(path + "/publish")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/date"));
  }

  @Test
  void whatIsProposedForPublicationGoesStaleWhenTheRecordChanges() {
    var path = submitted("PAK", report());
    var first = publication(path, "S/AC.44/2026/(02)/2");
    published(path, "S/AC.44/2026/(02)/3");

    As.the("UN1540", "committee")
        .header("If-Match", first.header("ETag"))
        .post(first.header("Location") + "/approve")
        .then()
        .statusCode(412);
    As.the("UN1540", "committee")
        .get(first.header("Location"))
        .then()
        .body("effect.stale", equalTo(true));
  }

  @Test
  void whatDoesNotHoldTogetherIsSaidAllAtOnce() {
    var body =
        content("POINT_OF_CONTACT", "RED", "\"changeKind\": \"ADDENDUM\",")
            .replace("authentic\"}, {", "translation\"}, {")
            .replace("OP3D", "OP5");
    As.the("PAK", "officer")
        .body(body)
        .post(PATH)
        .then()
        .statusCode(422)
        .body("errors", hasSize(5))
        .body(
            "errors.pointer",
            contains("/releasableTo", "/paragraphs/1", "/languages", "/contact", "/changes"));
  }

  @AfterEach
  void thePolicyActsAgain() {
    var stopped =
        As.the("PAK", "releaser")
            .get("/v1/policies/1540-document")
            .then()
            .extract()
            .<Boolean>path("stopped");
    if (stopped) {
      var proposal = As.the("PAK", "officer").body(REASON).post(STOP + "restart");
      Denials.approved("PAK", proposal);
    }
  }

  private static String account(String role) {
    return As.the("UN1540", role).get("/v1/me").path("account");
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
