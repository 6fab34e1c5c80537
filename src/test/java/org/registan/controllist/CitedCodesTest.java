package org.registan.controllist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.registan.controllist.Editions.edition;
import static org.registan.controllist.Editions.entry;
import static org.registan.controllist.Editions.items;
import static org.registan.controllist.Editions.notified;
import static org.registan.controllist.Editions.vessels;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.denial.Denials;
import org.registan.stand.StandResource;

/** A code in a denial is checked in the edition that it names, as its drafter sees that. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class CitedCodesTest {

  private static final String LIST = "\"list\": \"EU\", \"code\": \"2B350.a\"";

  @BeforeEach
  void pakistanSharesItsLists() {
    As.stand();
    Editions.policy("PAK", Editions.EVERYONE);
  }

  @Test
  void aCodeIsOfTheEditionNamedInAnySpelling() {
    notified("PAK", edition("CITED", "2018-07-05"), vessels("0.1 m3"));
    notified("PAK", edition("CITED", "2022-04-12"), monitors());

    cited("KAZ", "PAK/CITED", "2b350(a)", "Of 2018-07-05").statusCode(201);
    cited("KAZ", "PAK/CITED", "2B350.a", "Of 2022-04-12")
        .statusCode(422)
        .body("errors.pointer", contains("/items/0/codes/0/code"));
    cited("KAZ", "PAK/CITED", "2B350.a", "Of 2019-01-01")
        .statusCode(422)
        .body("errors.pointer", contains("/items/0/codes/0/edition"));
  }

  @Test
  void withoutAnEditionItIsOfTheOneInEffectOnTheDayOfTheDecision() {
    notified("PAK", edition("ON-THE-DAY", "2018-07-05"), vessels("0.1 m3"));
    notified("PAK", edition("ON-THE-DAY", "2022-04-12"), monitors());

    cited("KAZ", "PAK/ON-THE-DAY", "2B351", "").statusCode(201);
    cited("KAZ", "PAK/ON-THE-DAY", "2B350.a", "")
        .statusCode(422)
        .body("errors.pointer", contains("/items/0/codes/0/code"));
    decided("2020-05-05", "KAZ", "PAK/ON-THE-DAY", "2B350.a", "").statusCode(201);
    decided("2018-07-04", "KAZ", "PAK/ON-THE-DAY", "2B350.a", "")
        .statusCode(422)
        .body("errors.pointer", contains("/items/0/codes/0/list"));
  }

  @Test
  void aListOfOnesOwnNeedsNoStateAndAListNotHeldHereIsNotChecked() {
    notified("PAK", edition("OF-OURS", "2018-07-05"), vessels("0.1 m3"));

    cited("PAK", "OF-OURS", "2B350.a", "").statusCode(201);
    cited("PAK", "OF-OURS", "9A001", "").statusCode(422);
    cited("PAK", "OF-OURS", "2B350.a", "Of 1999-01-01")
        .statusCode(422)
        .body("errors.pointer", contains("/items/0/codes/0/edition"));
    cited("KAZ", "OF-OURS", "9A001", "Of 1999-01-01").statusCode(201);
    cited("KAZ", "UK-PL", "PL9001", "2021").statusCode(201);
  }

  @Test
  void aCodeThatStandsThereAsNotUsedIsRefused() {
    var unused = entry("2B352", "", "NOT_USED", "2B352", "Not used");
    notified("PAK", edition("UNUSED", "2018-07-05"), items(unused));

    cited("PAK", "UNUSED", "2B352", "")
        .statusCode(422)
        .body("errors.pointer", contains("/items/0/codes/0/code"));
  }

  @Test
  void anEditionSeenInPartOrNotIsRefusedLikeNone() {
    Editions.policy(
        "UZB", "{\"effect\": \"PERMIT\", \"level\": \"CORE\", \"to\": {\"everyone\": true}}");
    notified("UZB", edition("IN-PART", "2018-07-05"), vessels("0.1 m3"));
    notified("PAK", edition("UNSEEN", "2018-07-05", "\"releasableTo\": [],"), vessels("0.1 m3"));

    for (var name : List.of("", "Of 2018-07-05")) {
      var none = refusal(cited("KAZ", "PAK/NO-SUCH", "2B350.a", name));
      assertThat(refusal(cited("KAZ", "UZB/IN-PART", "2B350.a", name))).isEqualTo(none);
      assertThat(refusal(cited("KAZ", "PAK/UNSEEN", "2B350.a", name))).isEqualTo(none);
      assertThat(refusal(cited("KAZ", "PAK/UNSEEN", "9A001", name))).isEqualTo(none);
    }
    cited("UZB", "IN-PART", "2B350.a", "").statusCode(201);
  }

  @Test
  void whatBecameOfItsListKeepsNobodyFromPuttingADenialRight() {
    var list = notified("KAZ", edition("GONE", "2018-07-05"), vessels("0.1 m3"));
    Editions.policy("KAZ", Editions.EVERYONE);
    var content =
        Denials.draft("TON").replace(LIST, "\"list\": \"KAZ/GONE\", \"code\": \"2B350.a\"");
    var denial = Denials.notified("PAK", content);
    Denials.carriedOut(
        "KAZ",
        list,
        "withdraw-in-error",
        "{\"reason\": \"A draft\", \"errorText\": \"By mistake\"}");

    amended(denial, content.replace("Darya", "Daryo")).statusCode(202);
    amended(denial, content.replace("2B350.a", "2B350.b"))
        .statusCode(422)
        .body("errors.pointer", contains("/content/items/0/codes/0/list"));
  }

  private static ValidatableResponse amended(String denial, String content) {
    return Denials.proposed(
        "PAK", denial, "amend", "{\"reason\": \"A name\", \"content\": %s}".formatted(content));
  }

  @Test
  void theOwnerLearnsThatItsEditionWasReadAndNotForWhatEvenIfThatFails() {
    var path = notified("PAK", edition("READ", "2018-07-05"), vessels("0.1 m3"));
    var before = heard(path);

    cited("KAZ", "PAK/READ", "9A001", "").statusCode(422);

    assertThat(heard(path)).hasSize(before.size() + 1);
    assertThat(heard(path).getFirst()).isEqualTo("record.read");
  }

  /** What Pakistan's log says that Kazakhstan did with a record, newest first. */
  private static List<String> heard(String path) {
    var id = path.substring(path.lastIndexOf('/') + 1);
    return As.the("PAK", "auditor")
        .queryParam("limit", 200)
        .get("/v1/audit")
        .path(
            "items.findAll { it.by.participant == 'KAZ' && '%s' in it.records.id }.event"
                .formatted(id));
  }

  private static String refusal(ValidatableResponse response) {
    var problem = response.statusCode(422).extract().jsonPath();
    return problem.getMap("$").entrySet().stream()
        .filter(it -> !it.getKey().equals("instance") && !it.getKey().equals("traceId"))
        .toList()
        .toString();
  }

  private static String monitors() {
    return items(entry("2B351", "", "ENTRY", "2B351", "Toxic gas monitors"));
  }

  private static ValidatableResponse cited(String drafter, String list, String code, String name) {
    return decided("2026-01-15", drafter, list, code, name);
  }

  private static ValidatableResponse decided(
      String day, String drafter, String list, String code, String edition) {
    var named = edition.isEmpty() ? "" : ", \"edition\": \"" + edition + "\"";
    var printed = "\"list\": \"%s\", \"code\": \"%s\"%s".formatted(list, code, named);
    return As.the(drafter, "officer")
        .body(Denials.draft("TON").replace(LIST, printed).replace("2026-01-15", day))
        .post("/v1/denials")
        .then();
  }
}
