package org.registan.controllist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.registan.controllist.Editions.edition;
import static org.registan.controllist.Editions.entry;
import static org.registan.controllist.Editions.items;
import static org.registan.controllist.Editions.notified;
import static org.registan.controllist.Editions.vessels;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.stand.StandResource;

/** Entries are found by words, codes, categories, origins and customs codes, on a day. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class EntrySearchTest {

  private static final String PATH = "/v1/control-lists/entries";

  @BeforeEach
  void pakistanSharesItsLists() {
    As.stand();
    Editions.policy("PAK", Editions.EVERYONE);
  }

  @Test
  void wordsAreFoundWhereTheyStandAndShownWithWhatTheyStandUnder() {
    var path = notified("PAK", edition("FOUND", "2018-07-05"), vessels("0.1 m3"));

    found("FOUND", "REACTON vess")
        .body("items.entry.key", contains("2B350.a"))
        .body("items[0].owner", equalTo("PAK"))
        .body("items[0].editions.list", contains("FOUND"))
        .body("items[0].editions[0].edition.reference", equalTo(Editions.reference("PAK", path)))
        .body("items[0].above.key", contains("2B350"))
        .body("items[0].highlights.field", contains("text"))
        .body(
            "items[0].highlights[0].pieces.findAll { it.found }.text",
            contains("Reaction", "vessels"))
        .body(
            "items[0].highlights[0].pieces.text.join('')",
            equalTo("Reaction vessels of more than 0.1 m3"));
  }

  @Test
  void aCodeComesBeforeATextThatNamesIt() {
    notified("PAK", edition("RANKED", "2018-07-05"), vessels("0.1 m3"));

    found("RANKED", "2B350.A").body("items.entry.key", contains("2B350.a", "2B350#note-1"));
  }

  @Test
  void aTextIsFoundInAnyScript() {
    var uzbek =
        entry("2B350", "", "ENTRY", "2B350", "Vessels")
            .replace(
                "]}",
                ",{\"lang\":\"uz-Cyrl\",\"text\":\"Реакция идишлари\","
                    + "\"status\":\"translation\"}]}");
    notified("PAK", edition("SCRIPTS", "2018-07-05"), items(uzbek));

    found("SCRIPTS", "reaktsiya")
        .body("items.entry.key", contains("2B350"))
        .body("items[0].highlights.lang", contains("uz-Cyrl"));
  }

  @Test
  void filtersAreByCodeCategoryOriginAndCustomsCode() {
    var tank =
        entry("2B352", "2B", "ENTRY", "2B352", "Fermenters")
            .replace(
                "\"texts\"",
                "\"origins\": [\"AG\"], \"hsCodes\":"
                    + " [{\"code\": \"841989\", \"nomenclature\": \"HS2022\"}], \"texts\"");
    notified(
        "PAK",
        edition("FILTERED", "2018-07-05"),
        items(
            entry("2", "", "CATEGORY", "2", "Materials processing"),
            entry("2B", "2", "PRODUCT_GROUP", "2B", "Equipment"),
            tank,
            entry("2B352.a", "2B352", "SUB_ITEM", "2B352.a", "Of 20 litres or more"),
            entry("3", "", "CATEGORY", "3", "Electronics")));

    filtered("FILTERED", "code=2b352").body("items.entry.key", contains("2B352", "2B352.a"));
    filtered("FILTERED", "category=2B").body("items.entry.key", contains("2B", "2B352", "2B352.a"));
    filtered("FILTERED", "category=3&category=2b").body("items", hasSize(4));
    filtered("FILTERED", "origin=AG").body("items.entry.key", contains("2B352"));
    filtered("FILTERED", "hs=8419").body("items.entry.key", contains("2B352"));
    filtered("FILTERED", "hs=8420").body("items", empty());
    filtered("FILTERED", "").body("items", hasSize(5)).body("items[0].highlights", empty());
  }

  @Test
  void ofEachListTheEditionInEffectOnTheDayIsSearched() {
    notified("PAK", edition("DATED", "2018-07-05"), vessels("0.1 m3"));
    var newer = notified("PAK", edition("DATED", "2022-04-12"), vessels("0.5 m3"));

    filtered("DATED", "code=2B350.a&asOf=2019-03-01")
        .body("items.entry.texts.text.flatten()", contains("Reaction vessels of more than 0.1 m3"));
    filtered("DATED", "code=2B350.a")
        .body("items.entry.texts.text.flatten()", contains("Reaction vessels of more than 0.5 m3"));
    filtered("DATED", "code=2B351")
        .body("items.editions.edition.reference.flatten()", contains(reference(newer)));
    filtered("DATED", "asOf=2018-07-04").body("items", empty());
  }

  @Test
  void theSameEntriesUnderAnotherSchemeAreOtherCodes() {
    var entries = items(entry("ML7.a", "", "ENTRY", "ML7.a", "Toxic agents"));
    notified("PAK", scheme("MUNITIONS", "MUNITIONS\""), entries);
    notified("PAK", scheme("OWN", "FREE\", \"codeSeparators\": \".\""), entries);

    for (var list : List.of("MUNITIONS", "OWN")) {
      filtered(list, "code=ML7.a").body("items.editions.list.flatten()", contains(list));
      As.the("KAZ", "officer")
          .get("/v1/control-lists/status?code=ML7.a&list=" + list)
          .then()
          .statusCode(200)
          .body("items.status", contains("LISTED"));
    }
    As.the("KAZ", "officer")
        .get("/v1/control-lists/status?code=ml7a&list=MUNITIONS&list=OWN")
        .then()
        .body("items.status", contains("LISTED", "NOT_LISTED"));
    search("\"list\": [\"MUNITIONS\", \"OWN\"], \"q\": \"toxic\"").body("items", hasSize(2));
  }

  private static String scheme(String list, String scheme) {
    return edition(list, "2018-07-05").replace("\"EU\"", "\"" + scheme);
  }

  @Test
  void aListWhoseNewestEditionIsSeenInPartIsNotSearchedInAnOlderOne() {
    notified("PAK", edition("NEWER", "2018-07-05"), vessels("0.1 m3"));
    Editions.policy(
        "PAK",
        Editions.EVERYONE,
        "{\"effect\": \"LIMIT\", \"level\": \"CORE\", \"to\":"
            + " {\"everyone\": true}, \"when\": [{\"attribute\": \"label\", \"in\": [\"GREEN\"]}]}");
    notified("PAK", edition("NEWER", "2022-04-12").replace("CLEAR", "GREEN"), vessels("0.5 m3"));

    filtered("NEWER", "").body("items", empty());
    filtered("NEWER", "asOf=2019-01-01").body("items", hasSize(7));
    As.the("KAZ", "officer")
        .get("/v1/control-lists/status?code=2B350&list=NEWER")
        .then()
        .body("items", empty());
  }

  @Test
  void aCodeThatNoListFormsSoIsToldFromOneThatIsNotListed() {
    notified("PAK", edition("FORMED", "2018-07-05"), vessels("0.1 m3"));

    for (var code : List.of("2\u0412350.a", "%%", "hello")) {
      As.the("KAZ", "officer")
          .queryParam("code", code)
          .get("/v1/control-lists/status?list=FORMED")
          .then()
          .statusCode(200)
          .body("items.status", contains("NOT_A_CODE"));
    }
  }

  @Test
  void pagesFollowOneAnotherWithoutAGap() {
    notified("PAK", edition("PAGED", "2018-07-05"), vessels("0.1 m3"));
    var whole = keys(found("PAGED", "vessels"));
    var paged = new ArrayList<String>();
    var cursor = "";
    do {
      var page = search("\"list\": [\"PAGED\"], \"q\": \"vessels\", \"limit\": 1" + cursor);
      paged.addAll(keys(page));
      String next = page.extract().path("next");
      cursor = next == null ? "" : ", \"cursor\": \"" + next + "\"";
    } while (!cursor.isEmpty());

    assertThat(paged).isEqualTo(whole).hasSizeGreaterThan(2);
  }

  @Test
  void whatNobodySeesOrSeesInPartIsNotFoundAndChangesNothing() {
    var policy = "{\"effect\": \"PERMIT\", \"level\": \"CORE\", \"to\": {\"everyone\": true}}";
    Editions.policy("UZB", policy);
    notified("PAK", edition("SHOWN", "2018-07-05"), vessels("0.1 m3"));
    var questions = new ArrayList<String>();
    for (var words : List.of("vessels", "2B350", "reacton", "vess", "glass vessels")) {
      questions.add("\"list\": [\"SHOWN\", \"HIDDEN\"], \"limit\": 3, \"q\": \"" + words + "\"");
    }
    var before = questions.stream().map(EntrySearchTest::body).toList();

    var random = new Random(1540);
    var words = List.of("vessels", "reaction", "glass", "reactor", "vessel");
    var many =
        IntStream.range(0, 60)
            .mapToObj(it ->
                entry(
                    "2B" + (100 + it),
                    "",
                    "ENTRY",
                    "2B" + (100 + it),
                    words.get(random.nextInt(5))))
            .toArray(String[]::new);
    notified("UZB", edition("HIDDEN", "2018-07-05"), items(many));
    notified("PAK", edition("HIDDEN", "2018-07-05", "\"releasableTo\": [],"), items(many));
    Editions.filled("PAK", edition("SHOWN", "2020-07-05"), items(many));

    assertThat(questions.stream().map(EntrySearchTest::body).toList()).isEqualTo(before);
    search("\"owner\": [\"UZB\"], \"list\": [\"HIDDEN\"]").body("items", empty());
    As.the("PAK", "officer").get(PATH + "?list=HIDDEN&limit=200").then().body("items", hasSize(60));
  }

  @Test
  void theOwnerLearnsOfWhichEditionsEntriesWereShown() {
    var read = notified("PAK", edition("LOGGED", "2018-07-05"), vessels("0.1 m3"));
    var not = notified("PAK", edition("UNLOGGED", "2018-07-05"), vessels("0.7 m3"));

    found("LOGGED", "gas monitors").body("items", hasSize(1));
    search("\"list\": [\"LOGGED\", \"UNLOGGED\"], \"q\": \"0.1\"").body("items", hasSize(1));

    assertThat(searches(read)).isEqualTo(2);
    assertThat(searches(not)).isEqualTo(0);
  }

  @Test
  void whatCannotBeSearchedIsToldByItsPlace() {
    refused("\"q\": \"%s\"".formatted("word ".repeat(33)), "/q");
    refused("\"q\": \"?!\"", "/q");
    refused("\"code\": [\"?!\"]", "/code");
    As.the("KAZ", "officer")
        .get(PATH + "?code=..")
        .then()
        .statusCode(400)
        .body("errors.parameter", hasItem("code"));
  }

  private static int searches(String path) {
    var id = path.substring(path.lastIndexOf('/') + 1);
    List<?> entries =
        As.the("PAK", "auditor")
            .queryParam("limit", 200)
            .get("/v1/audit")
            .path(
                "items.findAll { it.event == 'control-list.search' && '%s' in it.records.id }"
                    .formatted(id));
    return entries.size();
  }

  private static void refused(String question, String pointer) {
    As.the("KAZ", "officer")
        .body("{" + question + "}")
        .post(PATH + "/searches")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains(pointer));
  }

  private static ValidatableResponse found(String list, String words) {
    return search("\"list\": [\"%s\"], \"q\": \"%s\"".formatted(list, words));
  }

  private static ValidatableResponse search(String question) {
    return As.the("KAZ", "officer")
        .body("{" + question + "}")
        .post(PATH + "/searches")
        .then()
        .statusCode(200);
  }

  private static String body(String question) {
    return search(question).extract().asString();
  }

  private static List<String> keys(ValidatableResponse page) {
    return page.extract().path("items.entry.key");
  }

  private static String reference(String path) {
    return Editions.reference("PAK", path);
  }

  private static ValidatableResponse filtered(String list, String filters) {
    return As.the("KAZ", "officer")
        .get(PATH + "?list=" + list + "" + (filters.isEmpty() ? "" : "&" + filters))
        .then()
        .statusCode(200);
  }
}
