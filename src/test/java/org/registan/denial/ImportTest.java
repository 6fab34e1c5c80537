package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;
import static org.registan.denial.ImportFiles.IMPORTS;
import static org.registan.denial.ImportFiles.LINES;
import static org.registan.denial.ImportFiles.TABLE;
import static org.registan.denial.ImportFiles.assertCount;
import static org.registan.denial.ImportFiles.drafted;
import static org.registan.denial.ImportFiles.report;
import static org.registan.denial.ImportFiles.row;
import static org.registan.denial.ImportFiles.settled;
import static org.registan.denial.ImportFiles.state;
import static org.registan.denial.ImportFiles.table;
import static org.registan.denial.ImportFiles.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.kernel.Json;
import org.registan.stand.StandResource;

/** A file becomes drafts, one proposal, and then notified denials, each once. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class ImportTest {

  /** Where no other test's denials go. */
  private static final String FAR = "PLW";

  private static final String LITE = "application/vnd.uk-lite.denials+csv";

  private static final String LITE_HEADING =
      "reference,regime_reg_ref,name,address,notifying_government,country,denial_cle,"
          + "item_description,end_use,reason_for_refusal,entity_type\n";

  private final String run = UUID.randomUUID().toString();

  @BeforeEach
  void pakistanShares() {
    As.stand();
    policy("PAK", permit("CORE", "KAZ"));
  }

  @Test
  void draftsWaitForOneProposalWhoseApproverNotifiesEach() {
    var path = drafted("PAK", TABLE, table(FAR, names(25)));
    assertCount(state("PAK", path), "drafted", 25);

    var proposal = ImportFiles.proposed("PAK", path);
    var effect = Json.parse(proposal.asString()).path("effect");
    assertThat(effect.path("records").asInt()).isEqualTo(25);
    assertThat(effect.at("/recipients/0/recipient").asText()).isEqualTo("KAZ");
    assertThat(effect.at("/recipients/0/after").asText()).isEqualTo("CORE");
    assertThat(effect.at("/recipients/0/records").asInt()).isEqualTo(25);
    Denials.approved("PAK", proposal);

    settled("PAK", path);
    assertCount(state("PAK", path), "notified", 25);
    var lines = report("PAK", path);
    assertThat(lines).hasSize(25);
    for (var line : lines) {
      As.the("KAZ", "officer")
          .get("/v1/denials/" + line.path("record").asText())
          .then()
          .statusCode(200);
    }
  }

  @Test
  void theSameFileAgainChangesNothing() {
    var withNames = table(FAR, names(3));
    drafted("PAK", TABLE, withNames);
    var without = table(FAR, List.of("")).replace("Reaction vessels", "Vessels " + run);
    drafted("PAK", TABLE, without);

    assertCount(state("PAK", drafted("PAK", TABLE, withNames)), "known", 3);
    assertCount(state("PAK", drafted("PAK", TABLE, without)), "known", 1);
  }

  @Test
  void everyFaultIsLocatedAndTheOtherRowsAreDrafted() {
    var file =
        table(FAR, names(1))
            + row(FAR, run + "-a").replace("2020-01-31", "31.1.2020")
            + row(FAR, run + "-b").replace("GOODS", "").replace(",R21,", ",R00,")
            + row(FAR, run + "-c").replace(",R21,", ",R00,")
            + row(FAR, run + "-d").replace("AMBER,SAMPLE", "AMBER,SAMPLE,SAMPLE");
    var path = drafted("PAK", TABLE, file);

    assertCount(state("PAK", path), "drafted", 1);
    assertThat(report("PAK", path).stream().flatMap(it -> it.findValuesAsText("column").stream()))
        .containsExactly("decisionDate", "items.form", "reasonCodes");
    assertThat(
            report("PAK", path).stream()
                .flatMap(it -> stream(it.path("errors")))
                .map(it -> it.path("row").asInt()))
        .containsExactly(3, 4, 5, 6);
  }

  @Test
  void aFaultSaysHowItShouldBeWrittenAndNeverWhatWas() {
    var file =
        table(FAR, List.of())
            + row(FAR, run + "-a").replace("2020-01-31", "31.1.2020")
            + row(FAR, run + "-b").replace(",R21,", ",R21 R34,")
            + row(FAR, run + "-c").replace("|PRIMARY|en", "");

    assertThat(details(drafted("PAK", TABLE, file)))
        .containsExactly(
            "must be a date such as 2019-05-02",
            "must be such as R21 (a code of this field's list under /v1/code-lists, as R21 is of"
                + " reasons and END_USER of roles); the cell takes values, each on a line of its own",
            "is missing; the cell takes values text|type|lang|scheme, each on a line of its own");
  }

  private static List<String> details(String path) {
    return report("PAK", path).stream()
        .flatMap(it -> it.findValuesAsText("detail").stream())
        .toList();
  }

  @Test
  void aHeadingThatDoesNotFitSaysWhichColumnAndWhatSeparatesThem() {
    heading("destination,Reason Code,destination\nAFG,R21,AFG\n")
        .body(
            "errors.detail",
            contains(
                "column 2 (Reason Code) is not one of this layout",
                "column 3 (destination) is there twice"));
    heading("a\u0007b," + "x".repeat(61) + "\n1,2\n")
        .body(
            "errors.detail",
            contains("column 1 is not one of this layout", "column 2 is not one of this layout"));
    heading("2020-01-31,Darya Pump Works; Herat,AB 9081726\nAFG,R21,AFG\n")
        .body("errors.detail", everyItem(matchesPattern("column [123] is not one of this layout")));
    for (var separator : List.of(";", "\t")) {
      heading(String.join(separator, "destination", "reasonCodes") + "\n")
          .body("errors.detail", contains("has to have its columns separated by commas"));
    }
    heading("destination\n").body("errors.detail", contains("has no rows"));
  }

  private static ValidatableResponse heading(String file) {
    return with(As.the("PAK", "officer"), TABLE, file).post(IMPORTS).then().statusCode(400);
  }

  private static java.util.stream.Stream<com.fasterxml.jackson.databind.JsonNode> stream(
      com.fasterxml.jackson.databind.JsonNode array) {
    return java.util.stream.StreamSupport.stream(array.spliterator(), false);
  }

  @Test
  void aDraftChangedSinceIsLeft() {
    var path = drafted("PAK", TABLE, table(FAR, names(2)));
    var proposal = ImportFiles.proposed("PAK", path);
    var draft = "/v1/denials/" + report("PAK", path).getFirst().path("record").asText();
    As.the("PAK", "officer")
        .header("If-Match", Denials.etag("PAK", draft))
        .body(Denials.draft(FAR))
        .put(draft)
        .then()
        .statusCode(200);

    Denials.approved("PAK", proposal);
    settled("PAK", path);

    assertCount(state("PAK", path), "left", 1);
    assertCount(state("PAK", path), "notified", 1);
    As.the("KAZ", "officer").get(draft).then().statusCode(404);
  }

  @Test
  void discardedItLeavesNoDraftAndMayComeAgain() {
    var file = table(FAR, names(2));
    var path = drafted("PAK", TABLE, file);
    var draft = "/v1/denials/" + report("PAK", path).getFirst().path("record").asText();
    var proposal = ImportFiles.proposed("PAK", path);

    ImportFiles.discarded("PAK", path);

    As.the("PAK", "officer").get(draft).then().statusCode(404);
    As.the("PAK", "releaser")
        .header("If-Match", proposal.header("ETag"))
        .post(proposal.header("Location") + "/approve")
        .then()
        .statusCode(412);
    assertCount(state("PAK", drafted("PAK", TABLE, file)), "drafted", 2);
  }

  @Test
  void discardingItLeavesADraftThatSomebodyChangedSince() {
    var path = drafted("PAK", TABLE, table(FAR, names(2)));
    var edited = "/v1/denials/" + report("PAK", path).getFirst().path("record").asText();
    retyped(edited, Denials.draft(FAR)).statusCode(200);

    ImportFiles.discarded("PAK", path);

    As.the("PAK", "officer").get(edited).then().statusCode(200);
    assertCount(state("PAK", path), "left", 1);
    assertCount(state("PAK", path), "discarded", 1);
  }

  @Test
  void anApproverReadsTheTermThatTheRecordsGetAndNoOtherIsGiven() {
    var path = drafted("PAK", TABLE, table(FAR, names(1)));
    var proposal = ImportFiles.proposed("PAK", path);
    assertThat(proposal.<Integer>path("effect.term.months")).isEqualTo(36);

    Life.term("PAK", 24, "REVIEW_DUE").statusCode(200);
    try {
      As.the("PAK", "releaser")
          .header("If-Match", proposal.header("ETag"))
          .post(proposal.header("Location") + "/approve")
          .then()
          .statusCode(412);
    } finally {
      Life.term("PAK", 36, "LAPSE").statusCode(200);
    }
  }

  @Test
  void theNationalAuthorityReadsWhatAnAgencyBringsInAndChangesNothingOfIt() {
    var file = table(FAR, names(1));
    var path = with(As.the("PAK", "officer", "MOC"), TABLE, file).post(IMPORTS).header("Location");
    settled("PAK", path);

    assertThat(report("PAK", path)).hasSize(1);
    var tag = Denials.etag("PAK", path);
    As.the("PAK", "officer").header("If-Match", tag).delete(path).then().statusCode(404);
    As.the("PAK", "officer")
        .header("If-Match", tag)
        .body("{\"reason\": \"Ours\"}")
        .post(path + "/notify")
        .then()
        .statusCode(404);
  }

  @Test
  void whatWasTypedIsKnownToAFileThatComesLater() {
    var typed = Denials.drafted("PAK", Denials.draft(FAR).replace("N-1", "typed"));
    As.the("PAK", "officer")
        .header("If-Match", Denials.etag("PAK", typed))
        .body(Denials.draft(FAR).replace("N-1", run))
        .put(typed)
        .then()
        .statusCode(200);

    var path = drafted("PAK", TABLE, table(FAR, List.of(run)));

    assertCount(state("PAK", path), "known", 1);
    assertThat(report("PAK", path).getFirst().path("record").asText()).isEqualTo(id(typed));
  }

  @Test
  void whatBroughtNoDraftIsNotProposed() {
    var file = table(FAR, names(1));
    drafted("PAK", TABLE, file);
    var again = drafted("PAK", TABLE, file);

    As.the("PAK", "officer")
        .header("If-Match", Denials.etag("PAK", again))
        .body("{\"reason\": \"The register\"}")
        .post(again + "/notify")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/nothing-drafted"));
  }

  @Test
  void whatWasBroughtInIsFoundAgainTheNewestFirst() {
    var first = drafted("PAK", TABLE, table(FAR, names(1)));
    var second =
        drafted("PAK", LINES, Json.write(Json.parse(Denials.draft(FAR).replace("N-1", run))));

    var newest = page(Optional.empty());
    newest.body("items.id", contains(id(second))).body("items.format", contains(LINES));
    newest.body("items.state", contains("DRAFTED")).body("items.rows", contains(1));
    newest.body("items.drafted", contains(1));
    page(Optional.of(newest.extract().path("next"))).body("items.id", contains(id(first)));
    assertThat(listed(As.the("PAK", "releaser"))).contains(id(first), id(second));
  }

  private static ValidatableResponse page(Optional<String> cursor) {
    var request = As.the("PAK", "officer").queryParam("limit", 1);
    cursor.ifPresent(it -> request.queryParam("cursor", it));
    return request.get(IMPORTS).then().statusCode(200);
  }

  private static List<String> listed(RequestSpecification caller) {
    return caller.get(IMPORTS + "?limit=200").then().statusCode(200).extract().path("items.id");
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Test
  void toOthersThereIsNoSuchImport() {
    var path = drafted("PAK", TABLE, table(FAR, names(1)));

    for (var sub : List.of("", "/report")) {
      As.the("KAZ", "officer").get(path + sub).then().statusCode(404);
      As.the("PAK", "releaser", "MOC").get(path + sub).then().statusCode(404);
    }
    assertThat(listed(As.the("KAZ", "officer"))).doesNotContain(id(path));
    assertThat(listed(As.the("PAK", "releaser", "MOC"))).doesNotContain(id(path));
    var tag = Denials.etag("PAK", path);
    As.the("KAZ", "officer").header("If-Match", tag).delete(path).then().statusCode(404);
    As.the("KAZ", "officer")
        .header("If-Match", tag)
        .body("{\"reason\": \"Mine\"}")
        .post(path + "/notify")
        .then()
        .statusCode(404);
    As.the("PAK", "state-admin")
        .get(ImportFiles.proposed("PAK", path).header("Location"))
        .then()
        .statusCode(404);
  }

  @Test
  void theProposerDoesNotApproveAndNothingIsNotifiedUntilAnotherDoes() {
    var path = drafted("PAK", TABLE, table(FAR, names(1)));
    var proposal =
        As.the("PAK", "releaser")
            .header("If-Match", Denials.etag("PAK", path))
            .body("{\"reason\": \"The register\"}")
            .post(path + "/notify")
            .then()
            .statusCode(202)
            .extract()
            .response();

    As.the("PAK", "releaser")
        .header("If-Match", proposal.header("ETag"))
        .post(proposal.header("Location") + "/approve")
        .then()
        .statusCode(403);

    assertThat(state("PAK", path).path("state").asText()).isEqualTo("DRAFTED");
  }

  @Test
  void rowsOfLiteBecomeDenialsWithTheDefaultsOfTheImport() {
    var file =
        LITE_HEADING
            + "DN1/%1$s,R-%1$s,Darya Works,\"1 Street, Herat\",Pakistan,Afghanistan,2B350,Vessels,Industry,Risk,end_user\n"
            + "DN1/%1$s,R-%1$s,Other Works,\"2 Street, Herat\",Pakistan,Afghanistan,2B350,Vessels,Industry,Risk,third_party\n"
            + "DN2/%1$s,S-%1$s,Darya Works,\"1 Street, Herat\",France,Afghanistan,2B350,Vessels,Industry,Risk,end_user\n"
            + "DN3/%1$s,T-%1$s,Darya Works,\"1 Street, Herat\",PAK,Nowhere,2B350,Vessels,Industry,Risk,end_user\n";
    var path = drafted("PAK", LITE, file.formatted(run), liteDefaults());

    var lines = report("PAK", path);
    assertThat(lines)
        .extracting(it -> it.path("outcome").asText())
        .containsExactly("DRAFTED", "REFUSED", "REFUSED");
    assertThat(lines.get(1).at("/errors/0/reason").asText()).isEqualTo("third-party-record");
    assertThat(lines.get(2).findValuesAsText("column")).containsOnly("country");
    var denial =
        As.the("PAK", "officer").get("/v1/denials/" + lines.getFirst().path("record").asText());
    assertThat(denial.<List<String>>path("parties.names.flatten().text"))
        .containsExactly("Darya Works", "Other Works");
    assertThat(denial.<String>path("destination")).isEqualTo("AFG");
    assertThat(denial.<String>path("nationalReference")).isEqualTo("DN1/" + run);
  }

  @Test
  void withoutTheDefaultsEachMissingFieldIsNamed() {
    var file =
        LITE_HEADING
            + "DN9/%1$s,V-%1$s,Darya Works,Herat,PAK,AFG,2B350,Vessels,Industry,Risk,end_user\n"
                .formatted(run);

    var lines = report("PAK", drafted("PAK", LITE, file));

    assertThat(lines.getFirst().findValuesAsText("pointer"))
        .contains("/denialKind", "/decisionDate", "/label", "/items/0/form", "/parties/0/kind");
  }

  private static String[] liteDefaults() {
    return new String[] {
      "denialKind=REFUSAL",
      "authorisationType=EXPORT_LICENCE",
      "decisionDate=2000-01-31",
      "controlBasis=LISTED",
      "items.form=GOODS",
      "parties.kind=ORGANISATION",
      "reasonCodes=R21",
      "label.tlp=AMBER"
    };
  }

  /** As an export of one line ends, and an editor leaves it. */
  private static final String END = "\n{\"end\":true,\"count\":1}\n\n \n";

  @Test
  void anExportedLineOfAnotherIsRefusedAndOneOfOnesOwnIsKnown() {
    var own = Denials.notified("PAK", Denials.draft(FAR));
    var ours = As.the("PAK", "officer").get(own).asString();
    var theirs = As.the("KAZ", "officer").get(own).asString();

    assertCount(state("PAK", drafted("PAK", LINES, ours + END)), "known", 1);
    var lines = report("KAZ", drafted("KAZ", LINES, theirs + END));
    assertThat(lines.getFirst().at("/errors/0/reason").asText()).isEqualTo("third-party-record");
  }

  @Test
  void whatAFileBroughtInIsNotTypedASecondTime() {
    var path = drafted("PAK", TABLE, table(FAR, List.of(run)));
    var brought = "/v1/denials/" + report("PAK", path).getFirst().path("record").asText();
    var typed = Denials.draft(FAR).replace("N-1", run);
    String reference = As.the("PAK", "officer").get(brought).path("reference");

    As.the("PAK", "officer")
        .body(typed)
        .post("/v1/denials")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/nationalReference"))
        .body("errors[0].detail", containsString(reference));
    retyped(Denials.drafted("PAK", Denials.draft(FAR)), typed).statusCode(422);

    retyped(brought, typed).statusCode(200);
    Denials.drafted("KAZ", typed);
    retyped(brought, Denials.draft(FAR)).statusCode(200);
    Denials.drafted("PAK", typed);
  }

  private static ValidatableResponse retyped(String draft, String content) {
    return As.the("PAK", "officer")
        .header("If-Match", Denials.etag("PAK", draft))
        .body(content)
        .put(draft)
        .then();
  }

  @Test
  void whatIsNoSuchFileIsRefusedWholeAndLeavesNothing() {
    refused(TABLE, "denialKind,foo\nREFUSAL,1\n", 400);
    refused(TABLE, "denialKind\n\"REFUSAL\n", 400);
    refused(TABLE, "denialKind\n", 400);
    refused(LINES, "", 400);
    refused(LINES, "{}\n{\"end\": true}\n{}\n", 400);
    refused(LINES, "{}\n{\"end\":true,\"count\":2}\n", 400);
    refused(LINES, "{\"disclosure\":\"OWNER\"}\n", 400);
    refused(LINES, "{\"note\":\"\",\"disclosure\" : \"OWNER\"}\n{}\n", 400);
    refused("application/json", "{}", 415);
    refused("text/*", "denialKind\nREFUSAL\n", 415);
    var tooMany = "denialKind\n" + "REFUSAL\n".repeat(50_001);
    refused(TABLE, tooMany, 422);
    refused(TABLE, "notes\n\"" + "x".repeat(2_100_000) + "\"\n", 400);
    with(As.the("PAK", "officer"), TABLE, table(FAR, List.of("")))
        .queryParam("default", "nothing=1")
        .post(IMPORTS)
        .then()
        .statusCode(400);
  }

  private static void refused(String type, String file, int status) {
    with(As.the("PAK", "officer"), type, file).post(IMPORTS).then().statusCode(status);
  }

  @Test
  void theSameKeyHasTheSameImport() {
    var file = table(FAR, names(1));
    var answers =
        IntStream.range(0, 2)
            .mapToObj(i ->
                with(As.the("PAK", "officer"), TABLE, file)
                    .header("Idempotency-Key", run)
                    .post(IMPORTS)
                    .then()
                    .statusCode(202)
                    .extract()
                    .header("Location"))
            .toList();

    assertThat(answers.get(1)).isEqualTo(answers.get(0));
    settled("PAK", answers.get(0));
  }

  @Test
  void theSameKeyWithOtherDefaultsIsAnotherRequest() {
    var file = table(FAR, names(1));
    for (var status : List.of(List.of("AMBER", 202), List.of("CLEAR", 422))) {
      with(As.the("PAK", "officer"), TABLE, file)
          .header("Idempotency-Key", run)
          .queryParam("default", "label.tlp=" + status.getFirst())
          .post(IMPORTS)
          .then()
          .statusCode((int) status.getLast());
    }
  }

  @Test
  void agenciesHaveNumbersOfTheirOwn() {
    drafted("PAK", TABLE, table(FAR, List.of(run)));

    var other =
        with(As.the("PAK", "officer", "MOC"), TABLE, table(FAR, List.of(run)))
            .post(IMPORTS)
            .header("Location");

    while (moc(other).path("state").equals("READING")) {
      Thread.onSpinWait();
    }
    assertThat(moc(other).<Integer>path("records.drafted")).isEqualTo(1);
  }

  private static Response moc(String path) {
    return As.the("PAK", "officer", "MOC").get(path);
  }

  @Test
  void aNumberThatWasCorrectedIsFreeAgain() {
    var file = table(FAR, List.of(run));
    var first = report("PAK", drafted("PAK", TABLE, file)).getFirst().path("record").asText();
    retyped("/v1/denials/" + first, Denials.draft(FAR)).statusCode(200);

    assertCount(state("PAK", drafted("PAK", TABLE, file)), "drafted", 1);
    assertCount(state("PAK", drafted("PAK", TABLE, file)), "known", 1);
  }

  @Test
  void theSameRowWithOtherDefaultsIsAnotherRecord() {
    var row = table(FAR, List.of("")).replace("Reaction vessels", "Vessels " + run);
    drafted("PAK", TABLE, row, "notes=one");

    assertCount(state("PAK", drafted("PAK", TABLE, row, "notes=another")), "drafted", 1);
    assertCount(state("PAK", drafted("PAK", TABLE, row, "notes=another")), "known", 1);
  }

  @Test
  void aCellOfEndlesslyManyValuesIsRefusedAndTheOtherRowsAreDrafted() {
    var lines = "\"" + "x\n".repeat(100_000) + "\"";
    var bars = "\"" + "x|".repeat(100_000) + "\"";
    var file =
        table(FAR, names(1))
            + row(FAR, "b").replace(",R21,", "," + lines + ",")
            + row(FAR, "c").replace("en|Reaction vessels", bars);

    var path = drafted("PAK", TABLE, file);

    assertCount(state("PAK", path), "refused", 2);
    assertCount(state("PAK", path), "drafted", 1);
    assertThat(report("PAK", path).get(1).at("/errors/0/column").asText()).isEqualTo("reasonCodes");
  }

  @Test
  void aRowThatCouldNotBeReadAgainIsRefusedAtOnce() {
    refused(TABLE, "notes\n\"" + "x".repeat(1_000_001) + "\"\n", 400);
    refused(LINES, "{\"notes\": \"" + "x".repeat(1_000_001) + "\"}", 400);
  }

  @Test
  void onlyFilesMayBeLong() {
    var long3 = "{\"reason\": \"" + "x".repeat(3_000_000) + "\"}";

    As.the("PAK", "officer").body(long3).post("/v1/denials").then().statusCode(413);
    for (var path : List.of("/v1/denials/imports", "/v1/policies/denial/groups/imports")) {
      As.the("PAK", "officer").body(long3).put(path).then().statusCode(413);
    }
  }

  private List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> run + "-" + i).toList();
  }
}
