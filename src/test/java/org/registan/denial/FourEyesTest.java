package org.registan.denial;

import static org.hamcrest.Matchers.equalTo;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.drafted;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;
import static org.registan.denial.Denials.proposed;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.stand.StandResource;

/** What leaves a state is released by a second person, once. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class FourEyesTest {

  private String path;
  private Response proposal;

  @BeforeEach
  void anOfficerProposesToNotify() {
    As.stand();
    policy("PAK", permit("DETAIL", "KAZ"));
    path = drafted("PAK", draft("AFG"));
    proposal =
        proposed("PAK", path, "notify", "{\"reason\": \"Board decision\"}").extract().response();
  }

  @Test
  void aMachineReleasesNothing() {
    approve(As.the("PAK", "machine-submit")).then().statusCode(403);
    As.the("PAK", "officer").get(path).then().body("status", equalTo("DRAFT"));
  }

  @Test
  void anOfficerReleasesNothing() {
    approve(As.person("PAK", "bilal.chaudhry")).then().statusCode(403);
  }

  @Test
  void aReleaserOfAnotherAgencyDoesNotDecide() {
    approve(As.the("PAK", "releaser", "MOC")).then().statusCode(403);
  }

  @Test
  void whatIsDecidedIsNotDecidedAgain() {
    approve(As.the("PAK", "releaser")).then().statusCode(200);

    var now = As.the("PAK", "releaser").get(proposal.header("Location")).header("ETag");
    As.the("PAK", "releaser")
        .header("If-Match", now)
        .post(proposal.header("Location") + "/approve")
        .then()
        .statusCode(409);
  }

  @Test
  void onlyTheNationalAuthorityDecidesForTheWholeState() {
    var reason = "{\"reason\": \"Leak suspected\"}";
    As.the("PAK", "releaser").body(reason).post("/v1/policies/denial/stop").then().statusCode(200);
    proposal = As.the("PAK", "officer", "MOC").body(reason).post("/v1/policies/denial/restart");

    approve(As.the("PAK", "releaser", "MOC")).then().statusCode(403);
    As.the("PAK", "officer").get("/v1/policies/denial").then().body("stopped", equalTo(true));

    approve(As.the("PAK", "releaser")).then().statusCode(200);
    As.the("PAK", "officer").get("/v1/policies/denial").then().body("stopped", equalTo(false));
  }

  private Response approve(RequestSpecification who) {
    return who.header("If-Match", proposal.header("ETag"))
        .post(proposal.header("Location") + "/approve");
  }
}
