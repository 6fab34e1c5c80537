package org.registan.controllist;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.registan.controllist.Editions.drafted;
import static org.registan.controllist.Editions.edition;
import static org.registan.controllist.Editions.notified;
import static org.registan.controllist.Editions.notifiedDraft;
import static org.registan.controllist.Editions.operated;
import static org.registan.controllist.Editions.reference;
import static org.registan.controllist.Editions.vessels;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.denial.Denials;
import org.registan.stand.StandResource;

/** What changed between two editions, whichever way they came, and whom that touches. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class EditionChangesTest {

  private static final String STRICTER =
      "{\"op\": \"AMEND_TEXT\", \"key\": \"2B350.a\", \"texts\": [{\"lang\": \"en\", \"text\":"
          + " \"Reaction vessels of more than 0.05 m3\"}]}";

  @BeforeEach
  void pakistanSharesItsLists() {
    As.stand();
    Editions.policy("PAK", Editions.EVERYONE);
  }

  /** An edition that follows another, made of it by operations. */
  private static String next(String base, String list, String... operations) {
    var path = drafted("PAK", edition(list, "2022-04-12", following(base)));
    operated("PAK", path, operations).statusCode(200);
    return path;
  }

  private static String following(String base) {
    return "\"base\": \"%s\",".formatted(reference("PAK", base));
  }

  private static ValidatableResponse changes(String reader, String path) {
    return As.the(reader, "officer").get(path + "/changes").then();
  }

  @Test
  void anEditionMadeByOperationsTellsWhatChangedWordByWord() {
    var base = notified("PAK", edition("BY-OPS", "2018-07-05"), vessels("0.1 m3"));
    var path =
        notifiedDraft(
            "PAK",
            next(
                base,
                "BY-OPS",
                STRICTER,
                "{\"op\": \"RENUMBER\", \"key\": \"2B351\", \"code\": \"2B352\"}",
                "{\"op\": \"DELETE\", \"key\": \"2B350.b\"}"));

    changes("KAZ", path)
        .statusCode(200)
        .body("from.reference", equalTo(reference("PAK", base)))
        .body("changes.find { it.to?.key == '2B350.a' }.kinds", contains("TEXT_CHANGED"))
        .body("changes.find { it.to?.key == '2B350.a' }.words.en.op", hasItem("REMOVED"))
        .body("changes.find { it.from?.key == '2B351' }.kinds", contains("RENUMBERED"))
        .body("changes.find { it.from?.key == '2B350.b' }.tombstone", equalTo(true));
    As.the("KAZ", "officer")
        .accept("text/html")
        .get(path + "/changes")
        .then()
        .statusCode(200)
        .body(containsString("<del>"))
        .body(containsString("<del>Agitators for use in those vessels</del>"))
        .body(containsString("2B351 → 2B352"))
        .body(containsString("SAMPLE: NOT LAW"));
    As.the("KAZ", "officer")
        .accept("text/csv")
        .get(path + "/changes")
        .then()
        .statusCode(200)
        .body(containsString("\"RENUMBERED\",\"2B351\",\"2B352\""));
  }

  @Test
  void theSameEditionsGiveTheSameTagAndAnotherReaderWithoutOneOfThemGetsNothing() {
    var base = notified("PAK", edition("TAGGED", "2018-07-05"), vessels("0.1 m3"));
    var path = notified("PAK", edition("TAGGED", "2022-04-12"), vessels("0.5 m3"));

    var tag =
        As.the("KAZ", "officer")
            .get(path + "/changes?from=" + reference("PAK", base))
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    As.the("KAZ", "officer")
        .header("If-None-Match", tag)
        .get(path + "/changes?from=" + reference("PAK", base))
        .then()
        .statusCode(304);
    var draft = Editions.filled("PAK", edition("TAGGED", "2023-01-01"), vessels("0.6 m3"));
    As.the("KAZ", "officer")
        .get(path + "/changes?from=" + reference("PAK", draft))
        .then()
        .statusCode(404);
    As.the("KAZ", "officer").get(path + "/changes").then().statusCode(400);
  }

  @Test
  void whatAChangeDoesIsUnconfirmedUntilTheStateSaysIt() {
    var base = notified("PAK", edition("EFFECTS", "2018-07-05"), vessels("0.1 m3"));
    var path =
        notifiedDraft("PAK", next(base, "EFFECTS", "{\"op\": \"DELETE\", \"key\": \"2B350.b\"}"));
    var removed = "changes.find { it.from?.key == '2B350.b' }.";

    changes("KAZ", path)
        .body(removed + "effect", equalTo("RELAXED"))
        .body(removed + "unconfirmed", equalTo(true));

    var confirmed =
        edition(
            "EFFECTS",
            "2022-04-12",
            following(base)
                + "\"effects\": [{\"key\": \"2B350.b\", \"effect\": \"EDITORIAL\", \"reason\": \"Held elsewhere\"}],");
    Denials.approved(
        "PAK",
        Denials.proposed(
                "PAK",
                path,
                "amend",
                "{\"reason\": \"Looked at\", \"content\": %s}".formatted(confirmed))
            .statusCode(202)
            .extract()
            .response());
    changes("KAZ", path)
        .body(removed + "effect", equalTo("EDITORIAL"))
        .body(removed + "unconfirmed", nullValue())
        .body(removed + "reason", equalTo("Held elsewhere"));
  }

  @Test
  void ofOperationsThatCannotAllBeDoneNoneIs() {
    var base = notified("PAK", edition("NONE-DONE", "2018-07-05"), vessels("0.1 m3"));
    var path = drafted("PAK", edition("NONE-DONE", "2022-04-12", following(base)));

    operated(
            "PAK",
            path,
            STRICTER,
            "{\"op\": \"DELETE\", \"key\": \"9Z999\"}",
            "{\"op\": \"MOVE\", \"key\": \"2B350\", \"parent\": \"2B350.a\"}")
        .statusCode(422)
        .body("errors.pointer", hasItem("/operations/1/key"))
        .body("errors.pointer", hasItem(containsString("/operations/2")));
    As.the("PAK", "officer").get(path).then().body("entries", nullValue());
    operated("PAK", path, "{\"op\": \"RENUMBER\", \"key\": \"2B351\", \"code\": \"2B350\"}")
        .statusCode(422);
  }

  @Test
  void anEditionOfAnotherListIsNoBase() {
    var base = notified("PAK", edition("ONE-LIST", "2018-07-05"), vessels("0.1 m3"));

    As.the("PAK", "officer")
        .body(edition("OTHER-LIST", "2022-04-12", following(base)))
        .post(Editions.PATH)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/base"));
    As.the("PAK", "officer")
        .body(edition("ONE-LIST", "2022-04-12", "\"base\": \"KAZ-2026-7KQ4M2G\","))
        .post(Editions.PATH)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/base"));
  }

  @Test
  void theOwnerLearnsWhichOfItsDenialsAnEditionTouches() {
    var denial = Denials.notified("PAK", Denials.draft("AFG"));
    var reference = As.the("PAK", "officer").get(denial).<String>path("reference");
    var base = notified("PAK", edition("TOUCHED", "2018-07-05"), vessels("0.1 m3"));
    var path = notifiedDraft("PAK", next(base, "TOUCHED", STRICTER));

    As.the("PAK", "officer")
        .get(path + "/touched-denials?limit=200")
        .then()
        .statusCode(200)
        .body("items.reference", hasItem(reference))
        .body("items.codes.flatten()", hasItem("2B350.a"));
    As.the("KAZ", "officer").get(path + "/touched-denials").then().statusCode(403);
    var renumbered =
        notifiedDraft("PAK", next(base, "TOUCHED", "{\"op\": \"DELETE\", \"key\": \"2B351\"}"));
    As.the("PAK", "officer")
        .get(renumbered + "/touched-denials?limit=200")
        .then()
        .body("items.reference", not(hasItem(reference)));
  }

  @Test
  void whatDidNotChangeIsNotTold() {
    var base = notified("PAK", edition("SAME", "2018-07-05"), vessels("0.1 m3"));
    var same = notified("PAK", edition("SAME", "2022-04-12", following(base)), vessels("0.1 m3"));

    changes("KAZ", same).statusCode(200).body("changes", empty());
  }
}
