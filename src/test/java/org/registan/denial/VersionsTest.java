package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.registan.denial.Denials.carriedOut;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.stand.StandResource;

/** Released versions stay as they were sent, for those who were sent them. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class VersionsTest {

  @BeforeEach
  void pakistanGivesKazakhstanDetail() {
    As.stand();
    policy("PAK", permit("DETAIL", "KAZ"));
  }

  @Test
  void anAmendmentLeavesTheVersionBeforeItAsItWas() {
    var path = notified("PAK", draft("AFG"));
    var first = As.the("KAZ", "officer").get(path + "/versions/1").asString();

    amend(path, draft("IRN"));

    assertThat(As.the("KAZ", "officer").get(path + "/versions/1").asString()).isEqualTo(first);
    As.the("KAZ", "officer").get(path).then().body("destination", equalTo("IRN"));
  }

  @Test
  void whatWasCurrentBeforeThePresentReleaseIsNotRead() {
    var path = notified("PAK", draft("AFG"));
    policy("PAK", permit("CORE", "UZB"));
    amend(path, draft("IRN"));
    policy("PAK", permit("DETAIL", "KAZ"));

    As.the("KAZ", "officer").get(path + "/versions/2").then().statusCode(200);
    As.the("KAZ", "officer").get(path + "/versions/1").then().statusCode(404);
  }

  @Test
  void anOlderVersionIsReadAtTheLevelItWasSentAt() {
    policy("PAK", permit("CORE", "KAZ"));
    var path = notified("PAK", draft("AFG"));
    amend(path, draft("IRN"));
    policy("PAK", permit("DETAIL", "KAZ"));

    As.the("KAZ", "officer")
        .get(path + "/versions/1")
        .then()
        .statusCode(200)
        .body("disclosure", equalTo("CORE"))
        .body("items[0]", not(hasKey("manufacturer")));
  }

  private static void amend(String path, String content) {
    carriedOut("PAK", path, "amend", "{\"reason\": \"Typo\", \"content\": %s}".formatted(content));
  }
}
