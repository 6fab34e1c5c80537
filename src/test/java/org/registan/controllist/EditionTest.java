package org.registan.controllist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.registan.controllist.Editions.edition;
import static org.registan.controllist.Editions.entry;
import static org.registan.controllist.Editions.filled;
import static org.registan.controllist.Editions.items;
import static org.registan.controllist.Editions.notified;
import static org.registan.controllist.Editions.vessels;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.denial.Denials;
import org.registan.kernel.Json;
import org.registan.stand.StandResource;

/** Editions of control lists: drafted, filled, notified by two people, and read as they are. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class EditionTest {

  @BeforeEach
  void pakistanSharesItsLists() {
    As.stand();
    Editions.policy("PAK", Editions.EVERYONE);
  }

  @Test
  void whatWasSentIsReadByAPartnerByteForByte() {
    var path = notified("PAK", edition("BYTES", "2018-07-05"), vessels("0.1 m3"));

    var read = Editions.entries("KAZ", path).then().statusCode(200).extract();

    assertThat(Json.canonical(Json.parse(read.asString())))
        .isEqualTo(Json.canonical(Json.parse(vessels("0.1 m3"))));
    As.the("KAZ", "officer")
        .header("If-None-Match", read.header("ETag"))
        .get(path + "/entries")
        .then()
        .statusCode(304);
  }

  @Test
  void aPartnerHearsOfItAndReadsWhatItSaysOfItself() {
    var path = notified("PAK", edition("HEARD", "2018-07-05"), vessels("0.1 m3"));

    As.the("KAZ", "officer")
        .get(path)
        .then()
        .statusCode(200)
        .body("disclosure", equalTo("DETAIL"))
        .body("status", equalTo("NOTIFIED"))
        .body("entries.count", equalTo(7))
        .body("entries.languages", contains("en"));
    As.the("KAZ", "officer")
        .get("/v1/control-lists/editions?list=HEARD")
        .then()
        .body("items.list.key", contains("HEARD"));
    As.the("PAK", "officer").get(path + "/releases").then().body("items.recipient", hasItem("KAZ"));
  }

  @Test
  void nobodyElseSeesADraftNorItsEntries() {
    var path = filled("PAK", edition("DRAFTED", "2018-07-05"), vessels("0.1 m3"));

    As.the("KAZ", "officer").get(path).then().statusCode(404);
    Editions.entries("KAZ", path).then().statusCode(404);
    Editions.entries("PAK", path).then().statusCode(200).body("items", hasSize(7));
  }

  @Test
  void whoSeesTheCoreOfAnEditionDoesNotSeeItsEntries() {
    Editions.policy(
        "UZB", "{\"effect\": \"PERMIT\", \"level\": \"CORE\", \"to\": {\"everyone\": true}}");
    var path = notified("UZB", edition("CORE-ONLY", "2018-07-05"), vessels("0.1 m3"));

    As.the("KAZ", "officer")
        .get(path)
        .then()
        .statusCode(200)
        .body("disclosure", equalTo("CORE"))
        .body("$", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("entries")));
    Editions.entries("KAZ", path).then().statusCode(404);
    As.the("KAZ", "officer")
        .get("/v1/control-lists/status?code=2B350&owner=UZB&list=CORE-ONLY")
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  void anEditionWithoutEntriesIsNotNotified() {
    var path = Editions.drafted("PAK", edition("NOTHING", "2018-07-05"));

    Editions.proposed("PAK", path).statusCode(422).body("errors.pointer", contains("/entries"));
  }

  @Test
  void aCodeIsAskedForWithItsWordsOnADay() {
    notified("PAK", edition("ON-A-DAY", "2018-07-05"), vessels("0.1 m3"));
    notified("PAK", edition("ON-A-DAY", "2022-04-12"), vessels("0.5 m3"));

    status("2b350a", "2019-03-01")
        .body("items.status", contains("LISTED"))
        .body("items[0].edition.effectiveFrom", equalTo("2018-07-05"))
        .body("items[0].entries.key", contains("2", "2B", "2B350", "2B350.a", "2B350#note-1"))
        .body(
            "items[0].entries.texts.text.flatten()",
            hasItems("Reaction vessels of more than 0.1 m3"));
    status("2B350.a", "2023-01-01")
        .body(
            "items[0].entries.texts.text.flatten()",
            hasItems("Reaction vessels of more than 0.5 m3"));
    status("2B350.a.1", "2023-01-01")
        .body("items.status", contains("NOT_LISTED"))
        .body("items[0].under", equalTo("2B350.a"));
    status("9A004", "2023-01-01").body("items.status", contains("NOT_LISTED"));
    status("2B350.a", "2017-01-01").body("items", empty());
  }

  private static io.restassured.response.ValidatableResponse status(String code, String day) {
    return As.the("KAZ", "officer")
        .get(
            "/v1/control-lists/status?owner=PAK&list=ON-A-DAY&code=%s&asOf=%s".formatted(code, day))
        .then()
        .statusCode(200);
  }

  @Test
  void ofEachListTheEditionInEffectIsListed() {
    notified("PAK", edition("IN-EFFECT", "2018-07-05"), vessels("0.1 m3"));
    notified("PAK", edition("IN-EFFECT", "2099-01-01"), vessels("0.5 m3"));

    As.the("KAZ", "officer")
        .get("/v1/control-lists?list=IN-EFFECT")
        .then()
        .statusCode(200)
        .body("items.edition.effectiveFrom", contains("2018-07-05"))
        .body("items.owner", contains("PAK"));
    As.the("KAZ", "officer")
        .get("/v1/control-lists?list=IN-EFFECT&asOf=2099-06-01")
        .then()
        .body("items.edition.effectiveFrom", contains("2099-01-01"));
  }

  @Test
  void aCategoryIsReadWithAllThatStandsUnderIt() {
    var path = notified("PAK", edition("PARTS", "2018-07-05"), vessels("0.1 m3"));

    As.the("KAZ", "officer")
        .get(path + "/entries?code=2B")
        .then()
        .body("items.key", hasItems("2B", "2B350", "2B350#note-1", "2B351"));
    As.the("KAZ", "officer")
        .get(path + "/entries?code=2B350.a")
        .then()
        .body("items.key", contains("2B350.a"));
    var first = As.the("KAZ", "officer").get(path + "/entries?limit=4").then().extract();
    assertThat(first.<String>path("items[3].key")).isEqualTo("2B350.a");
    As.the("KAZ", "officer")
        .queryParam("limit", 4)
        .queryParam("cursor", first.<String>path("next"))
        .get(path + "/entries")
        .then()
        .body("items.key", contains("2B350.b", "2B350#note-1", "2B351"));
  }

  @Test
  void everyFaultOfAFileIsToldAndNothingStored() {
    var path = Editions.drafted("PAK", edition("FAULTS", "2018-07-05"));
    var bad =
        items(
            entry("2B350", "", "ENTRY", "2B350", "One"),
            entry("2B350x", "", "ENTRY", "2B350", "The same code"),
            entry("2B351.a", "2B999", "SUB_ITEM", "2B351.a", "No parent"));

    Editions.sent("PAK", path, bad)
        .statusCode(422)
        .body("errors.pointer", hasItems("/items/1/code", "/items/2/parent"));
    Editions.sent("PAK", path, "{\"items\": [{\"key\": \"2B350\", \"kind\": \"ENTRY\"}]}")
        .statusCode(400)
        .body("errors.pointer", hasItems("/items/0/kind", "/items/0/type"));
    Editions.entries("PAK", path).then().statusCode(404);
  }

  @Test
  void ofTwoPeopleOnOneDraftTheSecondIsToldThatItChanged() {
    var path = filled("PAK", edition("TWO", "2018-07-05"), vessels("0.1 m3"));
    var tag = Editions.tag("PAK", path);
    Editions.sent("PAK", path, vessels("0.2 m3")).statusCode(200);

    As.the("PAK", "officer")
        .header("If-Match", tag)
        .body(vessels("0.3 m3"))
        .put(path + "/entries")
        .then()
        .statusCode(412);
    Editions.entries("PAK", path)
        .then()
        .body("items.texts.text.flatten()", hasItem("Reaction vessels of more than 0.2 m3"));
  }

  @Test
  void whatWasNotifiedTakesNoOtherEntriesAndAnAmendmentKeepsThem() {
    var path = notified("PAK", edition("FIXED", "2018-07-05"), vessels("0.1 m3"));

    Editions.sent("PAK", path, vessels("0.2 m3")).statusCode(409);
    Denials.proposed(
            "PAK",
            path,
            "amend",
            "{\"reason\": \"Typed wrongly\", \"content\": %s}"
                .formatted(edition("OTHER", "2018-07-06")))
        .statusCode(422)
        .body("errors.pointer", contains("/content/list/key"));
    var amended =
        Denials.proposed(
            "PAK",
            path,
            "amend",
            "{\"reason\": \"Typed wrongly\", \"content\": %s}"
                .formatted(edition("FIXED", "2018-07-06")));
    Denials.approved("PAK", amended.statusCode(202).extract().response());
    As.the("KAZ", "officer")
        .get(path)
        .then()
        .body("effectiveFrom", equalTo("2018-07-06"))
        .body("version", equalTo(2))
        .body("entries.count", equalTo(7));
  }

  @Test
  void aFileThatCarriesAnotherLabelIsAnotherFile() {
    var content = edition("LABELLED", "2018-07-05");
    var path = notified("PAK", content, vessels("0.1 m3"));
    var first = As.the("KAZ", "officer").accept("text/csv").get(path + "/entries");
    first.then().statusCode(200);

    var amended =
        Denials.proposed(
            "PAK",
            path,
            "amend",
            "{\"reason\": \"Relabelled\", \"content\": %s}"
                .formatted(content.replace("CLEAR", "GREEN")));
    Denials.approved("PAK", amended.statusCode(202).extract().response());

    As.the("KAZ", "officer")
        .accept("text/csv")
        .header("If-None-Match", first.header("ETag"))
        .get(path + "/entries")
        .then()
        .statusCode(200)
        .body(org.hamcrest.Matchers.containsString("\"GREEN\""));
  }

  @Test
  void aWithdrawnEditionIsInEffectOnNoDay() {
    var path = notified("PAK", edition("WITHDRAWN", "2018-07-05"), vessels("0.1 m3"));

    Denials.approved(
        "PAK",
        Denials.proposed(
                "PAK",
                path,
                "withdraw-in-error",
                "{\"reason\": \"A draft\", \"errorText\": \"Sent by mistake\"}")
            .statusCode(202)
            .extract()
            .response());

    Editions.entries("KAZ", path).then().statusCode(404);
    for (var reader : new String[] {"KAZ", "PAK"}) {
      As.the(reader, "officer")
          .get("/v1/control-lists?list=WITHDRAWN")
          .then()
          .body("items", empty());
    }
    As.the("KAZ", "officer").get(path).then().body("withdrawal.reason", equalTo("Sent by mistake"));
  }

  @Test
  void filesOfEveryFormBringTheSameEntries() {
    var first = notified("PAK", edition("FORMS", "2018-07-05"), vessels("0.1 m3"));
    var digest = As.the("PAK", "officer").get(first).<String>path("entries.sha256");

    for (var form : new String[] {"application/x-ndjson", "text/csv", EntryForm.SHEET_TYPE}) {
      var file =
          As.the("KAZ", "officer").accept(form).get(first + "/entries").then().statusCode(200);
      var path = Editions.drafted("PAK", edition("FORMS", "2019-07-05"));
      As.the("PAK", "officer")
          .header("If-Match", Editions.tag("PAK", path))
          .contentType(form)
          .body(file.extract().asByteArray())
          .put(path + "/entries")
          .then()
          .statusCode(200)
          .body("entries.sha256", equalTo(digest));
    }
  }
}
