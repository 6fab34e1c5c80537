package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.registan.denial.Denials.carriedOut;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.drafted;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.stand.StandResource;

/** What a caller's level withholds, or hides altogether, shows in nothing that it receives. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class WithheldTest {

  @BeforeEach
  void pakistanGivesKazakhstanDetailAndUzbekistanCore() {
    As.stand();
    policy("PAK", permit("DETAIL", "KAZ"), permit("CORE", "UZB"));
  }

  @Test
  void aChangeOfWhatIsWithheldLeavesEveryByteAsItWas() {
    var path = notified("PAK", draft("AFG"));
    var before = everything("UZB", path);
    var changed = draft("AFG").replace("Herat", "Kandahar").replace("Seen before", "New to us");

    carriedOut("PAK", path, "amend", "{\"reason\": \"Typo\", \"content\": %s}".formatted(changed));

    assertThat(everything("UZB", path)).isEqualTo(before);
  }

  @Test
  void hiddenAndMissingAreToldInTheSameBytes() {
    var hidden = drafted("PAK", draft("AFG"));
    var missing = "/v1/denials/" + UUID.randomUUID();

    for (var inside : List.of("", "/versions", "/versions/1", "/links", "/releases")) {
      var answer = As.the("KAZ", "officer").get(hidden + inside);
      answer.then().statusCode(404);
      assertThat(answer.asString())
          .isEqualTo(As.the("KAZ", "officer").get(missing + inside).asString());
    }
  }

  @Test
  void aFilterOnAWithheldFieldFindsNothing() {
    var path = notified("PAK", draft("AFG"));
    String reference = As.the("PAK", "officer").get(path).path("reference");

    for (var reader : List.of("KAZ", "UZB")) {
      As.the(reader, "officer")
          .queryParam("reference", reference)
          .queryParam("hs", "8419")
          .get("/v1/denials")
          .then()
          .statusCode(200)
          .body("items", hasSize(reader.equals("KAZ") ? 1 : 0));
    }
  }

  @Test
  void aNarrativeOfAStricterLabelStaysWithItsOwner() {
    var narrative =
        """
        "reasonNarrative": {"texts": [{"lang": "en", "text": "From our service"}],
          "label": {"tlp": "AMBER"%s}},
        """;
    var same = notified("PAK", draft("AFG", "AMBER", narrative.formatted("")));
    var stricter =
        notified(
            "PAK",
            draft("AFG", "AMBER", narrative.formatted(", \"nationalMarking\": \"OFFICIAL_USE\"")));

    As.the("KAZ", "officer").get(same).then().body("$", hasKey("reasonNarrative"));
    As.the("KAZ", "officer").get(stricter).then().body("$", not(hasKey("reasonNarrative")));
  }

  @Test
  void aLinkLeadsOnlyToWhatItsReaderSees() {
    var path = notified("PAK", draft("AFG", "AMBER", related(drafted("PAK", draft("AFG")))));

    As.the("PAK", "officer").get(path + "/links").then().body("items", hasSize(1));
    As.the("KAZ", "officer").get(path + "/links").then().body("items", hasSize(0));
  }

  @Test
  void thatItsOwnerLostSightOfTheTargetIsNotToldByALink() {
    policy("UZB", permit("CORE", "PAK"), permit("CORE", "KAZ"));
    policy("PAK", permit("CORE", "KAZ"));
    var target = notified("UZB", draft("AFG"));
    var path = notified("PAK", draft("AFG", "AMBER", related(target)));
    policy("UZB", permit("CORE", "KAZ"));
    As.the("PAK", "officer").get(target).then().statusCode(404);

    carriedOut("PAK", path, "renew", "{\"reason\": \"Still so\"}");

    As.the("PAK", "officer").get(path + "/links").then().body("items", hasSize(0));
    As.the("KAZ", "officer").get(path + "/links").then().body("items", hasSize(1));
    policy("UZB", permit("CORE", "PAK"), permit("CORE", "KAZ"));
    As.the("PAK", "officer").get(path + "/links").then().body("items", hasSize(1));
  }

  @Test
  void aReferenceToWhatIsHiddenIsRefusedLikeOneToNothing() {
    As.the("KAZ", "officer")
        .body(draft("AFG", "AMBER", related(drafted("PAK", draft("AFG")))))
        .post("/v1/denials")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/relatedDenials/0/reference"));
  }

  @Test
  void aMachineThatOnlySubmitsLearnsOfNoOtherStatesRecord() {
    policy("KAZ", permit("DETAIL", "PAK"));
    var theirs = draft("AFG", "AMBER", related(notified("KAZ", draft("AFG"))));

    Denials.drafted("PAK", theirs);
    As.the("PAK", "machine-submit")
        .body(theirs)
        .post("/v1/denials")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/relatedDenials/0/reference"));
  }

  @Test
  void ofARecordWithdrawnInErrorNoLinkIsLeft() {
    var path = notified("PAK", draft("AFG", "AMBER", related(notified("PAK", draft("AFG")))));
    As.the("KAZ", "officer").get(path + "/links").then().body("items", hasSize(1));

    carriedOut(
        "PAK",
        path,
        "withdraw-in-error",
        "{\"reason\": \"Mixed up\", \"errorText\": \"Mixed up\"}");

    As.the("KAZ", "officer").get(path + "/links").then().body("items", hasSize(0));
  }

  @Test
  void theSameKeyOfAnotherStateIsAnotherKey() {
    var key = UUID.randomUUID().toString();

    for (var state : List.of("PAK", "KAZ")) {
      As.the(state, "officer")
          .header("Idempotency-Key", key)
          .body(draft("AFG"))
          .post("/v1/denials")
          .then()
          .statusCode(201)
          .body("owner", equalTo(state));
    }
  }

  @Test
  void anotherStatesCursorIsNone() {
    notified("PAK", draft("AFG"));
    notified("PAK", draft("AFG"));
    String cursor = As.the("KAZ", "officer").get("/v1/denials?limit=1").path("next");

    As.the("UZB", "officer")
        .queryParam("cursor", cursor)
        .queryParam("limit", 1)
        .get("/v1/denials")
        .then()
        .statusCode(400);
  }

  static String related(String path) {
    String reference = As.the("PAK", "officer").get(path).path("reference");
    return "\"relatedDenials\": [{\"relation\": \"SAME_NETWORK\", \"reference\": \"%s\"}],"
        .formatted(reference);
  }

  /** All that a state receives of a record, and all that its feed says. */
  private static List<String> everything(String state, String path) {
    var one = As.the(state, "officer").get(path);
    return List.of(
        one.asString(),
        one.header("ETag"),
        As.the(state, "officer").get(path + "/versions").asString(),
        As.the(state, "officer").queryParam("limit", 200).get("/v1/denials").asString(),
        As.the(state, "officer").queryParam("limit", 200).get("/v1/changes").asString());
  }
}
