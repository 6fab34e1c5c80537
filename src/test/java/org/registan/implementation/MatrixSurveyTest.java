package org.registan.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.registan.denial.Denials.permit;
import static org.registan.implementation.MatrixSamples.drafted;
import static org.registan.implementation.MatrixSamples.fill;
import static org.registan.implementation.MatrixSamples.row;
import static org.registan.implementation.MatrixSamples.submit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.TestClock;
import org.registan.kernel.Actor;
import org.registan.kernel.Role;
import org.registan.stand.StandResource;
import org.registan.web.Problem;

/** What states say in one row stands side by side, of each what its newest matrix says. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class MatrixSurveyTest {

  private static final String ROWS = "/v1/1540/templates/2017/rows";

  @Inject TestClock clock;
  @Inject MatrixSurvey survey;
  @Inject Templates templates;

  @BeforeEach
  void pakistanGivesKazakhstanTheHeaderAlone() {
    As.stand();
    MatrixSamples.policy("PAK", permit("CORE", "KAZ"));
    MatrixSamples.policy("UZB", permit("DETAIL", "KAZ"));
  }

  @Test
  void theCommitteeReadsOneRowOfEachStateFromItsNewestMatrix() {
    submitted("PAK", "OP2.1", "X", "An older act");
    submitted("UZB", "OP2.1", "?", "A law");
    submitted("PAK", "OP2.1", "NA", "A newer act");

    across("UN1540", "expert", "OP2.1")
        .body("items.findAll { it.owner == 'PAK' }.size()", equalTo(1))
        .body("items.find { it.owner == 'PAK' }.fields[0].value", equalTo("NA"))
        .body("items.find { it.owner == 'PAK' }.fields[0].sources[0].law", equalTo("A newer act"))
        .body("items.find { it.owner == 'UZB' }.fields[0].value", equalTo("?"))
        .body("items.owner.findAll { it < 'UZB' }", hasItem("PAK"));
  }

  @Test
  void aStateThatLeftTheRowBlankIsThereWithNothing() {
    submitted("PAK", "OP2.1", "X", "An act");

    across("UN1540", "expert", "OP2.2").body("items.find { it.owner == 'PAK' }.fields", empty());
  }

  @Test
  void whoSeesTheHeaderAloneDoesNotSeeTheStateInARow() {
    submitted("PAK", "OP2.1", "X", "An act");
    submitted("UZB", "OP2.1", "X", "A law");

    across("KAZ", "officer", "OP2.1")
        .body("items.owner", hasItem("UZB"), "items.owner", not(hasItem("PAK")));
    across("PAK", "officer", "OP2.1")
        .body("items.owner", hasItem("PAK"), "items.owner", not(hasItem("UZB")));
  }

  @Test
  void aDraftSaysNothingInARowNotEvenToItsOwnState() {
    submitted("PAK", "OP2.1", "X", "An act");
    var draft = drafted("PAK", "Draft");
    fill(As.the("PAK", "officer"), draft, "OP2.1", row("framework.NW", "NA", "Nothing yet"));

    across("PAK", "officer", "OP2.1")
        .body("items.find { it.owner == 'PAK' }.fields[0].value", equalTo("X"));
  }

  @Test
  void whatWasSubmittedAfterADayIsNotThereAsOfThatDay() {
    submitted("PAK", "OP2.1", "X", "An act");
    var before = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(3);

    As.the("UN1540", "expert")
        .get(ROWS + "/OP2.1?asOf=" + before)
        .then()
        .statusCode(200)
        .body("items.find { it.owner == 'PAK' }", nullValue());
    As.the("UN1540", "expert")
        .get(ROWS + "?asOf=0001-01-01")
        .then()
        .statusCode(200)
        .body("matrices", equalTo(0));
  }

  @Test
  void aPageGoesOnWithTheNextState() {
    submitted("PAK", "OP2.1", "X", "An act");
    submitted("UZB", "OP2.1", "X", "A law");

    var first = As.the("UN1540", "machine-read").get(ROWS + "/OP2.1?limit=1").then();
    String next = first.body("items.size()", equalTo(1)).extract().path("next");
    String owner = first.extract().path("items[0].owner");
    As.the("UN1540", "machine-read")
        .queryParam("cursor", next)
        .get(ROWS + "/OP2.1?limit=1")
        .then()
        .statusCode(200)
        .body("items[0].owner", not(equalTo(owner)));
    As.the("UN1540", "machine-read")
        .queryParam("cursor", next)
        .get(ROWS + "/OP2.2?limit=1")
        .then()
        .statusCode(400);
  }

  @Test
  void theCommitteeAloneCountsValues() {
    submitted("PAK", "OP2.1", "X", "An act");
    submitted("UZB", "OP2.1", "X", "A law");
    int before = count("framework.NW", "X");
    submitted("UZB", "OP2.1", "?", "A law");

    assertThat(count("framework.NW", "X")).isEqualTo(before - 1);
    As.the("UN1540", "secretariat")
        .get(ROWS)
        .then()
        .statusCode(200)
        .body("rows.row", hasItems("OP2.1", "OP1.1"))
        .body("rows.find { it.row == 'OP2.1' }.section", equalTo("OP2"));
    As.the("KAZ", "machine-read").get(ROWS).then().statusCode(403);
    var another = new Actor("KAZ", "CID", Set.of(Role.EXPERT), "an expert's", null);
    assertThatThrownBy(() ->
            survey.counts(another, new MatrixSurvey.Wish(templates.of("2017"), Optional.empty())))
        .isInstanceOf(Problem.class)
        .hasMessage("The 1540 Committee alone reads this");
  }

  @Test
  void theOwnersLogSaysWhoReadTheRow() {
    var matrix = submitted("PAK", "OP2.1", "X", "An act");
    across("UN1540", "expert", "OP2.1");

    As.the("PAK", "auditor")
        .get("/v1/audit?limit=200&record=" + matrix.substring(matrix.lastIndexOf('/') + 1))
        .then()
        .statusCode(200)
        .body("items.event", hasItem("1540-matrix.row"));
  }

  @Test
  void aRowThatNoTemplateHasIsNotFound() {
    As.the("PAK", "officer").get(ROWS + "/OP99.1").then().statusCode(404);
    As.the("PAK", "officer").get("/v1/1540/templates/1999/rows/OP2.1").then().statusCode(404);
    As.the("UN1540", "expert").get(ROWS + "/OP2.1?asOf=yesterday").then().statusCode(400);
  }

  private static int count(String column, String value) {
    return As.the("UN1540", "expert")
        .get(ROWS)
        .then()
        .statusCode(200)
        .extract()
        .path(
            "rows.find { it.row == 'OP2.1' }.counts.find { it.column == '%s' && it.value == '%s' }.matrices"
                .formatted(column, value));
  }

  private static ValidatableResponse across(String participant, String role, String row) {
    return As.the(participant, role).get(ROWS + "/" + row + "?limit=50").then().statusCode(200);
  }

  private static String submitted(String owner, String row, String value, String law) {
    var matrix = drafted(owner, "Matrix");
    fill(As.the(owner, "officer"), matrix, row, row("framework.NW", value, law));
    submit(owner, matrix);
    return matrix;
  }
}
