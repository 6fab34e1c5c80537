package org.registan.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.registan.denial.Denials.permit;
import static org.registan.implementation.MatrixSamples.drafted;
import static org.registan.implementation.MatrixSamples.fill;
import static org.registan.implementation.MatrixSamples.put;
import static org.registan.implementation.MatrixSamples.row;
import static org.registan.implementation.MatrixSamples.submit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.denial.Denials;
import org.registan.stand.StandResource;

/** A matrix leaves its state with the fields that stand in it, as its policy says. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class MatrixSubmissionTest {

  private static final String LAW = "=Экспорттық бақылау туралы Заң, ایکٹ 🛡️";

  private String matrix;

  @BeforeEach
  void pakistanFillsARow() {
    As.stand();
    MatrixSamples.policy("PAK", permit("DETAIL", "UN1540"), permit("CORE", "KAZ"));
    matrix = drafted("PAK", "Matrix");
    fill(As.the("PAK", "officer"), matrix, "OP3cd.13", row("framework.NW", "X", LAW));
  }

  @Test
  void theCommitteeReadsTheFieldsAndAPartnerTheHeader() {
    As.the("UN1540", "expert").get(matrix).then().statusCode(404);
    submit("PAK", matrix);

    As.the("UN1540", "expert")
        .get(matrix)
        .then()
        .statusCode(200)
        .body("status", equalTo("SUBMITTED"))
        .body("fields.row", contains("OP3cd.13"))
        .body("fields[0].sources[0].law", equalTo(LAW));
    As.the("KAZ", "officer").get(matrix).then().statusCode(200).body("fields", nullValue());
  }

  @Test
  void oneRowIsFoundAcrossMatricesByWhoSeesTheFieldsAlone() {
    submit("PAK", matrix);
    String id = As.the("PAK", "officer").get(matrix).path("id");

    var path = MatrixSamples.PATH + "?limit=200&row=OP3cd.13";
    As.the("UN1540", "expert").get(path).then().body("items.id", hasItem(id));
    As.the("KAZ", "officer").get(path).then().body("items.id", not(hasItem(id)));
  }

  @Test
  void whatAMatrixHasOtherwiseIsSaidFieldByField() {
    submit("PAK", matrix);
    var next = drafted("PAK", "Next");
    fill(As.the("PAK", "officer"), next, "OP3cd.13", row("framework.NW", "?", LAW));
    fill(As.the("PAK", "officer"), next, "OP2.1", row("framework.CW", "X", LAW));
    submit("PAK", next);

    var path = next + "/differences?from=" + matrix.substring(matrix.lastIndexOf('/') + 1);
    As.the("UN1540", "expert")
        .get(path)
        .then()
        .statusCode(200)
        .body("differences.row", containsInAnyOrder("OP3cd.13", "OP2.1"))
        .body("differences.find { it.row == 'OP3cd.13' }.before.value", equalTo("X"))
        .body("differences.find { it.row == 'OP3cd.13' }.after.value", equalTo("?"))
        .body("differences.find { it.row == 'OP2.1' }.before", nullValue());
    As.the("KAZ", "officer").get(path).then().statusCode(200).body("differences", empty());
    As.the("PAK", "officer").get(next + "/differences").then().statusCode(400);
  }

  @Test
  void aProposalToSubmitIsStaleOnceAFieldWasChanged() {
    var proposal =
        Denials.proposed("PAK", matrix, "submit", Documents.noteVerbale())
            .statusCode(202)
            .extract()
            .header("Location");
    fill(As.the("PAK", "officer"), matrix, "OP2.1", row("framework.NW", "X", "Act"));

    Denials.stale("PAK", proposal);
    submit("PAK", matrix);
    As.the("UN1540", "expert")
        .get(matrix)
        .then()
        .body("fields.row", containsInAnyOrder("OP2.1", "OP3cd.13"))
        .body("$", not(org.hamcrest.Matchers.hasKey("edits")));
  }

  @Test
  void neitherForbidNorHoldTakesAMatrixBackFromTheCommittee() {
    submit("PAK", matrix);
    MatrixSamples.policy(
        "PAK", "{\"effect\": \"FORBID\", \"to\": {\"participants\": [\"UN1540\"]}}");
    As.the("PAK", "releaser")
        .header("If-Match", Denials.etag("PAK", matrix))
        .body("{\"reason\": \"Check\"}")
        .post(matrix + "/hold")
        .then()
        .statusCode(200);

    As.the("UN1540", "expert").get(matrix).then().statusCode(200);
    As.the("KAZ", "officer").get(matrix).then().statusCode(404);
  }

  @Test
  void aSubmittedMatrixIsFilledNoMore() {
    submit("PAK", matrix);

    put(As.the("PAK", "officer"), matrix, "OP2.1", row("framework.NW", "X", "Act")).statusCode(409);
  }

  @Test
  void theWorkbookHasWhatTheReaderSees() throws IOException {
    submit("PAK", matrix);

    assertThat(law("UN1540", "expert")).isEqualTo(LAW);
    assertThat(law("KAZ", "officer")).isNull();
  }

  @Test
  void theWorkbookOfADraftHasWhatItsReaderFilled() throws IOException {
    assertThat(law("PAK", "officer")).isEqualTo(LAW);
  }

  @Test
  void aSourceLeadsToAnAddressOfTheWebAndNowhereElse() {
    var script = row("framework.NW", "X", "Act\", \"link\": \"javascript:alert(1)");
    put(As.the("PAK", "officer"), matrix, "OP2.1", script).statusCode(400);
  }

  @Test
  void anOlderMatrixTellsOfTheOneThatContinuesIt() {
    submit("PAK", matrix);
    String reference = As.the("PAK", "officer").get(matrix).path("reference");
    var header =
        MatrixSamples.header("Next").replaceFirst("\\{", "{\"basedOn\": \"" + reference + "\",");
    var next = MatrixSamples.draftedWith("PAK", header);
    As.the("PAK", "officer").get(matrix + "/links").then().body("items", empty());
    submit("PAK", next);

    As.the("UN1540", "expert")
        .get(matrix + "/links")
        .then()
        .body("items.relation", contains("FOLLOWED_BY"))
        .body("items.id", contains(next.substring(next.lastIndexOf('/') + 1)));
  }

  /** What a workbook has as the source of the field. */
  private @org.jspecify.annotations.Nullable String law(String participant, String role)
      throws IOException {
    var answer =
        As.the(participant, role)
            .accept(Sheets.TYPE)
            .get(matrix)
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(answer))) {
      var cell = book.getSheet("OP3cd").getRow(14).getCell(Sheets.FRAME.size() + 1);
      return cell == null ? null : cell.getStringCellValue();
    }
  }

  @Test
  void whatTheHeaderSaysMustHoldTogether() {
    var body =
        """
        {"template": "1999", "title": [{"lang": "en", "text": "Matrix"}],
         "preparedOn": "2999-01-01", "label": {"tlp": "RED", "nationalMarking": "TOP_SECRET"}}
        """;
    As.the("PAK", "officer")
        .body(body)
        .post(MatrixSamples.PATH)
        .then()
        .statusCode(422)
        .body(
            "errors.pointer.sort()",
            contains("/label/nationalMarking", "/preparedOn", "/releasableTo", "/template"));
  }
}
