package org.registan.ledger;

import static org.hamcrest.Matchers.equalTo;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.drafted;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;
import static org.registan.denial.Denials.proposed;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.stand.StandResource;

/** What a releaser approves is exactly what the desk showed. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class ApprovalTest {

  @BeforeEach
  void pakistanGivesKazakhstanCore() {
    As.stand();
    policy("PAK", permit("CORE", "KAZ"));
  }

  @Test
  void whoeverReadOtherRecipientsMustReadAgain() {
    var path = drafted("PAK", draft("AFG"));
    var proposal =
        proposed("PAK", path, "notify", "{\"reason\": \"Board decision\"}")
            .statusCode(202)
            .extract()
            .response();

    policy("PAK", permit("DETAIL", "UZB"));

    As.the("PAK", "releaser")
        .header("If-Match", proposal.header("ETag"))
        .post(proposal.header("Location") + "/approve")
        .then()
        .statusCode(412)
        .body("type", equalTo("/problems/precondition-failed"));
    As.the("UZB", "officer").get(path).then().statusCode(404);
  }
}
