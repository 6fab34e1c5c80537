package org.registan.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.registan.implementation.MatrixSamples.drafted;
import static org.registan.implementation.MatrixSamples.fill;
import static org.registan.implementation.MatrixSamples.put;
import static org.registan.implementation.MatrixSamples.row;
import static org.registan.implementation.MatrixSamples.sectionTag;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.denial.Denials;
import org.registan.stand.StandResource;

/** Agencies fill the sections that are assigned to them, and see those alone. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class MatrixFieldsTest {

  private static final String FILLED = row("framework.NW", "X", "Export Control Act");

  private String matrix;

  @BeforeEach
  void commerceFillsTheSectionOnControls() {
    As.stand();
    matrix = drafted("PAK", "Matrix");
    assign(authority(), "OP3cd").then().statusCode(200).body("agency", equalTo("MOC"));
    fill(authority(), matrix, "OP2.1", FILLED);
  }

  private static RequestSpecification authority() {
    return As.the("PAK", "officer");
  }

  private static RequestSpecification commerce() {
    return As.the("PAK", "officer", "MOC");
  }

  private Response assign(RequestSpecification who, String section) {
    var tag = sectionTag(authority(), matrix, section);
    return who.header("If-Match", tag)
        .body("{\"agency\": \"MOC\"}")
        .put(matrix + "/sections/" + section);
  }

  private Response handIn(RequestSpecification who, String section) {
    return who.header("If-Match", sectionTag(authority(), matrix, section))
        .post(matrix + "/sections/" + section + "/hand-in");
  }

  private Response giveBack(RequestSpecification who, String section) {
    return who.header("If-Match", sectionTag(authority(), matrix, section))
        .body("{\"comment\": \"Which article?\"}")
        .post(matrix + "/sections/" + section + "/return");
  }

  @Test
  void anAgencySeesAndFillsTheSectionsAssignedToItAlone() {
    fill(commerce(), matrix, "OP3cd.13", FILLED);

    commerce()
        .get(matrix + "/fields")
        .then()
        .body("items.section", everyItem(equalTo("OP3cd")))
        .body("items", hasSize(27))
        .body("items.find { it.row == 'OP3cd.13' }.fields[0].value", equalTo("X"));
    commerce().get(matrix + "/progress").then().body("items.section", contains("OP3cd"));
  }

  @Test
  void anotherAgencysRowAnswersAsNoRow() {
    var hidden = commerce().get(matrix + "/fields/OP2.1");
    var missing = commerce().get(matrix + "/fields/OP2.99");

    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.asString()).isEqualTo(missing.asString());
    put(commerce(), matrix, "OP2.1", FILLED).statusCode(404);
    put(commerce(), matrix, "OP2.99", FILLED).statusCode(404);
    commerce().get(matrix + "/fields?section=OP2").then().statusCode(404);
    commerce().get(matrix + "/fields?section=OP99").then().statusCode(404);
  }

  @Test
  void aSectionThatAnotherAgencyFillsIsNotSeen() {
    authority()
        .header("If-Match", sectionTag(authority(), matrix, "OP678"))
        .body("{\"agency\": \"SECDIV\"}")
        .put(matrix + "/sections/OP678")
        .then()
        .statusCode(200);

    commerce().get(matrix + "/fields?section=OP678").then().statusCode(404);
    commerce().get(matrix + "/progress").then().body("items.section", contains("OP3cd"));
  }

  @Test
  void whoPutsItTogetherSeesAllOfIt() {
    fill(commerce(), matrix, "OP3cd.13", FILLED);

    authority().get(matrix + "/fields").then().body("items", hasSize(131));
    authority()
        .get(matrix + "/fields?section=OP3cd")
        .then()
        .body("items.findAll { it.fields.size() > 0 }.row", contains("OP3cd.13"));
  }

  @Test
  void whoSeesAPartAloneNeitherRewritesNorDiscardsTheWhole() {
    var tag = authority().get(matrix).header("ETag");

    commerce()
        .header("If-Match", tag)
        .body(MatrixSamples.header("Ours"))
        .put(matrix)
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/not-your-part"));
    commerce().header("If-Match", tag).delete(matrix).then().statusCode(403);
    authority().get(matrix).then().header("ETag", equalTo(tag));
  }

  @Test
  void anAgencyAssignsNothingAndSubmitsNothing() {
    assign(commerce(), "OP3cd").then().statusCode(403);
    assign(commerce(), "OP2").then().statusCode(404);
    giveBack(commerce(), "OP3cd").then().statusCode(403);
    commerce()
        .header("If-Match", authority().get(matrix).header("ETag"))
        .body(Documents.noteVerbale())
        .post(matrix + "/submit")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/not-your-part"));
  }

  @Test
  void whoApprovesASubmissionIsToldWhichSectionsAreStillWithOthers() {
    var proposal =
        Denials.proposed("PAK", matrix, "submit", Documents.noteVerbale())
            .statusCode(202)
            .body("effect.unfinished.section", contains("OP3cd"))
            .body("effect.unfinished[0].agency", equalTo("MOC"))
            .extract();
    handIn(commerce(), "OP3cd").then().statusCode(200);

    As.the("PAK", "releaser")
        .get(proposal.header("Location"))
        .then()
        .body("effect", not(hasKey("unfinished")));
    As.the("PAK", "releaser")
        .header("If-Match", proposal.header("ETag"))
        .post(proposal.header("Location") + "/approve")
        .then()
        .statusCode(412);
  }

  @Test
  void whatWasHandedInStandsUntilItIsReturned() {
    handIn(commerce(), "OP3cd").then().statusCode(200).body("state", equalTo("HANDED_IN"));
    put(commerce(), matrix, "OP3cd.1", FILLED).statusCode(409);
    handIn(commerce(), "OP3cd").then().statusCode(409);

    giveBack(authority(), "OP3cd").then().statusCode(200).body("state", equalTo("RETURNED"));
    fill(commerce(), matrix, "OP3cd.1", FILLED);
    commerce().get(matrix + "/progress").then().body("items[0].comment", equalTo("Which article?"));
  }

  @Test
  void whatTheTemplateDoesNotHaveIsRefusedEachWithItsPointer() {
    var body =
        """
        {"fields": [{"column": "framework.XX", "value": "X"}, {"column": "framework.NW",
         "value": "Y"}, {"column": "framework.NW", "value": "NA"}]}
        """;

    put(authority(), matrix, "OP2.2", body)
        .statusCode(422)
        .body(
            "errors.pointer",
            containsInAnyOrder("/fields/0/column", "/fields/1/value", "/fields/2/column"));
  }

  @Test
  void aRowIsChangedAsItWasRead() {
    var before = authority().get(matrix + "/fields/OP2.3").header("ETag");
    fill(authority(), matrix, "OP2.3", FILLED);

    authority().body(FILLED).put(matrix + "/fields/OP2.3").then().statusCode(428);
    authority()
        .header("If-Match", before)
        .body(FILLED)
        .put(matrix + "/fields/OP2.3")
        .then()
        .statusCode(412);
  }

  @Test
  void aSectionGoesToAnAgencyOfTheStateAlone() {
    authority()
        .header("If-Match", sectionTag(authority(), matrix, "OP1"))
        .body("{\"agency\": \"NOWHERE\"}")
        .put(matrix + "/sections/OP1")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/agency"));
  }

  @Test
  void progressCountsRowsAndWhatLacksASource() {
    fill(
        authority(),
        matrix,
        "OP2.2",
        "{\"fields\": [{\"column\": \"framework.CW\", \"value\": \"?\"}]}");
    fill(
        authority(),
        matrix,
        "OP2.4",
        "{\"fields\": [{\"column\": \"framework.CW\", \"value\": \"NA\"}]}");

    authority()
        .get(matrix + "/progress")
        .then()
        .body("items.find { it.section == 'OP2' }.rows", equalTo(14))
        .body("items.find { it.section == 'OP2' }.filled", equalTo(3))
        .body("items.find { it.section == 'OP2' }.withoutSource", equalTo(1))
        .body("items.find { it.section == 'OP3cd' }.agency", equalTo("MOC"));
  }

  @Test
  void toOtherStatesThereIsNoDraftAndNothingInIt() {
    for (var path : java.util.List.of("/fields", "/fields/OP2.1", "/progress")) {
      As.the("KAZ", "officer").get(matrix + path).then().statusCode(404);
    }
    As.the("KAZ", "officer")
        .header("If-Match", "\"any\"")
        .body(FILLED)
        .put(matrix + "/fields/OP2.1")
        .then()
        .statusCode(404);
  }

  @Test
  void blankRowsAreFilledFromAnEarlierMatrixAndFilledOnesLeft() {
    var next = drafted("PAK", "Next");
    fill(authority(), matrix, "OP2.2", FILLED);
    fill(authority(), next, "OP2.2", row("framework.CW", "?", "Another act"));

    carryOver(authority(), next)
        .then()
        .statusCode(200)
        .body("carried.to", contains("OP2.1"))
        .body("lookAt.why", contains("FILLED"));

    authority().get(next + "/fields/OP2.1").then().body("fields[0].value", equalTo("X"));
    authority().get(next + "/fields/OP2.2").then().body("fields[0].value", equalTo("?"));
    carryOver(commerce(), next).then().statusCode(403);
  }

  private Response carryOver(RequestSpecification who, String next) {
    return who.header("If-Match", authority().get(next).header("ETag"))
        .body("{\"from\": \"%s\"}".formatted(matrix.substring(matrix.lastIndexOf('/') + 1)))
        .post(next + "/carry-over");
  }

  @Test
  void aDraftIsThrownAwayWithItsFields() {
    authority()
        .header("If-Match", authority().get(matrix).header("ETag"))
        .delete(matrix)
        .then()
        .statusCode(204);
    authority().get(matrix + "/fields").then().statusCode(404);
  }
}
