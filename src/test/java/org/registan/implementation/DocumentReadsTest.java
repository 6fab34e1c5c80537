package org.registan.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.registan.implementation.Documents.PATH;
import static org.registan.implementation.Documents.content;
import static org.registan.implementation.Documents.drafted;
import static org.registan.implementation.Documents.policy;
import static org.registan.implementation.Documents.report;
import static org.registan.implementation.Documents.submitted;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.denial.Denials;
import org.registan.kernel.Json;
import org.registan.stand.StandResource;

/** How the Committee and others find, pull and read documents. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class DocumentReadsTest {

  private static final String PLAN =
      """
      "measures": [{"number": "1", "text": [{"lang": "uz-Latn", "text": "=Nazorat roʻyxati"}],
        "paragraphs": ["OP6"], "body": "Customs", "due": "2027-06-30", "progress": "UNDER_WAY"}],
      """;

  private static final String CONTACT =
      "\"contact\": {\"office\": \"Export control division\", \"email\": \"1540@example.org\"},";

  @BeforeEach
  void pakistanSharesTheOutlineWithKazakhstan() {
    As.stand();
    policy("PAK", Denials.permit("CORE", "KAZ"));
  }

  @Test
  void eachKindSaysWhatItNeeds() {
    var plan = submitted("PAK", content("ACTION_PLAN", "GREEN", PLAN));
    var contact = submitted("PAK", content("POINT_OF_CONTACT", "GREEN", CONTACT));

    expert()
        .get(plan)
        .then()
        .body("measures[0].progress", equalTo("UNDER_WAY"))
        .body("measures[0].text[0].text", equalTo("=Nazorat roʻyxati"));
    expert().get(contact).then().body("contact.email", equalTo("1540@example.org"));
    As.the("KAZ", "officer")
        .get(plan)
        .then()
        .body("disclosure", equalTo("CORE"))
        .body("$", not(hasKey("measures")))
        .body("$", not(hasKey("summary")));
  }

  @Test
  void listsAreFilteredByKindLanguageParagraphAndDayOfSubmission() {
    var plan = submitted("PAK", content("ACTION_PLAN", "GREEN", PLAN));
    String day = expert().get(plan).path("submission.date");

    for (var filter :
        List.of(
            "documentKind=ACTION_PLAN",
            "language=ur",
            "paragraph=OP3D",
            "status=SUBMITTED",
            "submittedFrom=" + day,
            "submittedTo=" + day)) {
      assertThat(listed(expert(), filter)).as(filter).contains(id(plan));
    }
    for (var filter :
        List.of(
            "documentKind=NATIONAL_REPORT",
            "language=kk",
            "paragraph=OP10",
            "status=PUBLISHED",
            "submittedTo=2001-01-01")) {
      assertThat(listed(expert(), filter)).as(filter).doesNotContain(id(plan));
    }
  }

  @Test
  void aDraftIsItsStatesAloneAndListedByItself() {
    var draft = drafted("PAK", report());

    assertThat(listed(As.the("PAK", "officer"), "status=DRAFT")).contains(id(draft));
    assertThat(listed(As.the("PAK", "officer"), "owner=PAK")).doesNotContain(id(draft));
    assertThat(listed(expert(), "status=DRAFT")).isEmpty();
  }

  @Test
  void wordsAreFoundThatTheReadersLevelShows() {
    var path = submitted("PAK", report().replace("Trans-shipment", "Quicksilver"));
    var search = "{\"q\": \"quicksilver\", \"limit\": 200}";

    expert().body(search).post(PATH + "/searches").then().body("items.id", hasItem(id(path)));
    As.the("KAZ", "officer")
        .body(search)
        .post(PATH + "/searches")
        .then()
        .body("items.id", not(hasItem(id(path))));
  }

  @Test
  void theCommitteesSystemPullsAllOfThemAsLinesAndAsATableWhoseFormulasAreInert() {
    var path = submitted("PAK", content("ACTION_PLAN", "GREEN", PLAN));
    var machine = As.the("UN1540", "machine-read");

    var lines =
        machine
            .accept("application/x-ndjson")
            .get(PATH)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    var views = lines.lines().map(Json::parse).toList();
    assertThat(views).anyMatch(it -> it.path("id").asText().equals(id(path)));
    assertThat(views.getLast().path("count").asInt()).isEqualTo(views.size() - 1);

    var table =
        As.the("UN1540", "machine-read")
            .accept("text/csv")
            .get(PATH + "?documentKind=ACTION_PLAN")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(table).contains("ACTION_PLAN").contains("=Nazorat").doesNotContain("\"=Nazorat");
  }

  @Test
  void filesGoToTheCommitteeWithTheirDocumentAndToNobodyWhoSeesOnlyItsOutline() {
    var draft = drafted("PAK", report());
    var file = Documents.attached("PAK", draft);
    Documents.submittedDraft("PAK", draft);

    expert().accept("*/*").get(file).then().statusCode(200).contentType("application/pdf");
    As.the("KAZ", "officer").accept("*/*").get(file).then().statusCode(404);
    Documents.sending(As.the("PAK", "officer")).post(draft + "/attachments").then().statusCode(409);
    As.the("PAK", "officer")
        .header("If-Match", Denials.etag("PAK", draft))
        .delete(file)
        .then()
        .statusCode(409);
  }

  private static List<String> listed(RequestSpecification reader, String filter) {
    return reader
        .get(PATH + "?limit=200&" + filter)
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  private static RequestSpecification expert() {
    return As.the("UN1540", "expert");
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
