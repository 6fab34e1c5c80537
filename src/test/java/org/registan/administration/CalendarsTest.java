package org.registan.administration;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.stand.StandResource;

/** Each participant keeps its own calendar, which everyone may read. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class CalendarsTest {

  private static final String PATH = "/v1/participants/UZB/calendar";

  private static final String NAVRUZ =
      """
      {"weekend": ["SUNDAY"], "holidays": [{"date": "2027-03-21", "name": "Navruz"}],
       "workingDays": ["2027-03-28"]}
      """;

  @BeforeEach
  void everyoneIsThere() {
    As.stand();
  }

  @Test
  void whoSaidNothingRestsOnSaturdayAndSunday() {
    As.the("KAZ", "officer")
        .get("/v1/participants/UN1540/calendar?version=0")
        .then()
        .statusCode(200)
        .body("version", equalTo(0))
        .body("weekend", contains("SATURDAY", "SUNDAY"))
        .body("holidays", empty());
    As.the("KAZ", "officer").get("/v1/participants/XYZ/calendar").then().statusCode(404);
  }

  @Test
  void aStatesAdministratorChangesItAndEarlierVersionsStay() {
    int before = present().path("version");

    put("UZB", NAVRUZ, present().header("ETag")).then().statusCode(200);

    As.the("KAZ", "machine-read")
        .get(PATH)
        .then()
        .statusCode(200)
        .body("version", equalTo(before + 1))
        .body("timeZone", equalTo("Asia/Tashkent"))
        .body("holidays.name", contains("Navruz"));
    As.the("KAZ", "officer").get(PATH + "?version=" + before).then().statusCode(200);
    As.the("KAZ", "officer").get(PATH + "?version=" + (before + 2)).then().statusCode(404);
    As.the("UZB", "auditor")
        .get("/v1/audit")
        .then()
        .body(
            "items.findAll { it.event == 'calendar.put' }.facts.version",
            hasItem("" + (before + 1)));
  }

  @Test
  void aChangeNamesWhatItChanges() {
    var tag = present().header("ETag");
    put("UZB", NAVRUZ, tag).then().statusCode(200);

    put("UZB", NAVRUZ, tag).then().statusCode(412);
    As.the("UZB", "state-admin").body(NAVRUZ).put(PATH).then().statusCode(428);
    put("KAZ", NAVRUZ, present().header("ETag")).then().statusCode(403);
  }

  @Test
  void whatDoesNotHoldTogetherIsNamedAndNotStored() {
    var tag = present().header("ETag");
    var odd =
        """
        {"weekend": ["SUNDAY", "SUNDAY"],
         "holidays": [{"date": "2027-03-21"}, {"date": "2027-03-21"}],
         "workingDays": ["2027-03-22", "2027-03-21", "2027-03-28", "2027-03-28"]}
        """;

    put("UZB", odd, tag)
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            contains(
                "/weekend/1",
                "/holidays/1/date",
                "/workingDays/0",
                "/workingDays/1",
                "/workingDays/3"));
    put("UZB", NAVRUZ.replace("2027-03-21", "2027-02-30"), tag)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/holidays/0/date"));
    put("UZB", NAVRUZ, tag).then().statusCode(200);
  }

  private static Response present() {
    return As.the("UZB", "officer").get(PATH);
  }

  private static Response put(String who, String body, String tag) {
    return As.the(who, "state-admin").header("If-Match", tag).body(body).put(PATH);
  }
}
