package org.registan.bulletin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.registan.attachment.Sending.typed;
import static org.registan.bulletin.Attaching.attached;
import static org.registan.bulletin.Attaching.removed;
import static org.registan.bulletin.Attaching.sent;
import static org.registan.bulletin.Attaching.taking;
import static org.registan.bulletin.Bulletins.act;
import static org.registan.bulletin.Bulletins.content;
import static org.registan.bulletin.Bulletins.drafted;
import static org.registan.bulletin.Bulletins.id;
import static org.registan.bulletin.Bulletins.matching;
import static org.registan.bulletin.Bulletins.policy;
import static org.registan.bulletin.Bulletins.proposed;
import static org.registan.bulletin.Bulletins.read;
import static org.registan.bulletin.Bulletins.the;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.registan.As;
import org.registan.attachment.Clamd;
import org.registan.attachment.Files;
import org.registan.attachment.Sending;
import org.registan.denial.Denials;
import org.registan.denial.Taker;
import org.registan.kernel.Json;
import org.registan.stand.StandResource;

/** Files go with their record: to whom it goes at the level that names them, and to nobody else. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class AttachmentTest {

  private static final String SCANNER = "registan.attachments.scanner";

  private static final String PERMITS =
      """
      {"rules": [
        {"effect": "PERMIT", "level": "DETAIL", "to": {"participants": ["KAZ"]}},
        {"effect": "PERMIT", "level": "CORE", "to": {"participants": ["UZB"]}}]}
      """;

  @Inject Jdbi jdbi;

  @BeforeEach
  void pakistanGivesKazakhstanTheTextAndUzbekistanTheTitle() {
    As.stand();
    policy(PERMITS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Report.pdf", "Отчёт.docx", "رپورٹ.pdf", "国家报告.docx", "گزارش‌ها.PDF"})
  void whatIsSentIsWhatIsHad(String name) {
    var path = drafted("SHIPPING", "A title", "");
    var file = name.endsWith(".docx") ? Files.docx("Report") : Files.pdf(600_000);

    var answer = sent(path, name, file);

    answer
        .then()
        .statusCode(201)
        .body("fileName", equalTo(name))
        .body("size", equalTo(file.length))
        .body("sha256", matchesPattern("[0-9a-f]{64}"));
    read("PAK", path).body("attachments[0]", equalTo(answer.<Object>path("$")));
    var had = taking("PAK").get(answer.header("Location"));
    had.then()
        .statusCode(200)
        .contentType(answer.<String>path("mediaType"))
        .header("ETag", equalTo(answer.header("ETag")))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Content-Security-Policy", containsString("sandbox"))
        .header("Content-Disposition", containsString("attachment; filename*=UTF-8''"));
    assertThat(had.asByteArray()).isEqualTo(file);
  }

  @Test
  void whoHasItIsToldThatItIsTheSameAndThatIsARead() {
    var path = released(Files.pdf(10));
    var file = first("KAZ", path);
    var etag = taking("KAZ").get(file).then().statusCode(200).extract().header("ETag");

    taking("KAZ").header("If-None-Match", etag).get(file).then().statusCode(304);

    assertThat(logged("PAK", file)).isEqualTo(2);
    assertThat(logged("KAZ", file)).isEqualTo(2);
  }

  @Test
  void itGoesToWhomItsLayerGoesAndToNobodyElse() {
    var path = released(Files.pdf(10));
    var file = first("KAZ", path);
    var nothing = path + "/attachments/" + UUID.randomUUID();

    taking("KAZ").get(file).then().statusCode(200);
    read("UZB", path).body("$", not(hasKey("attachments")));
    var others = List.of(List.of("UZB", "officer"), List.of("UN1540", "expert"));
    for (var who : others) {
      Supplier<RequestSpecification> other = () -> As.the(who.get(0), who.get(1)).accept("*/*");
      var hidden = other.get().get(file).then().statusCode(404).extract().asString();
      assertThat(other.get().get(nothing).asString()).isEqualTo(hidden);
      assertThat(other.get().get(path + "/attachments/x").asString()).isEqualTo(hidden);
    }
    As.the("PAK", "machine-submit").accept("*/*").get(file).then().statusCode(200);
    As.the("KAZ", "machine-read").accept("*/*").get(file).then().statusCode(200);
    the("KAZ").get(file).then().statusCode(406);
    As.the("KAZ", "state-admin").accept("*/*").get(file).then().statusCode(403);
  }

  @Test
  void anotherRecordsFileIsNotHadThroughThisOne() {
    var path = released(Files.pdf(10));
    var other = drafted("SHIPPING", "Another", "");
    var file = attached(other, "a.pdf", Files.pdf(10));

    taking("PAK").get(path + "/attachments/" + id(file)).then().statusCode(404);
    taking("KAZ").get(path + "/attachments/" + id(file)).then().statusCode(404);
    removed(path + "/attachments/" + id(file), Denials.etag("PAK", path)).then().statusCode(404);
  }

  @Test
  void whatIsTakenBackTakesItsFilesBack() {
    var path = released(Files.pdf(10));
    var file = first("KAZ", path);

    matching(As.the("PAK", "releaser"), path)
        .body("{\"reason\": \"Check\"}")
        .post(path + "/hold")
        .then()
        .statusCode(200);
    taking("KAZ").get(file).then().statusCode(404);
    taking("PAK").get(file).then().statusCode(200);

    act(path, "lift", "{\"reason\": \"Checked\"}");
    taking("KAZ").get(file).then().statusCode(200);
    policy(PERMITS.replace("DETAIL", "CORE"));
    taking("KAZ").get(file).then().statusCode(404);
  }

  @Test
  void whatIsTakenBackWhileItIsSentIsCutOff() throws IOException {
    var path = released(Files.pdf(20_000_000));
    var file = first("KAZ", path);
    var token = As.stand().tokens().of("KAZ", "officer");
    try (var whole = Taker.of(token, file, "*/*")) {
      assertThat(whole.begun().isWhole()).isTrue();
    }
    try (var taker = Taker.of(token, file, "*/*").begun()) {
      matching(As.the("PAK", "releaser"), path)
          .body("{\"reason\": \"Check\"}")
          .post(path + "/hold")
          .then()
          .statusCode(200);

      assertThat(taker.isWhole()).isFalse();
    }
  }

  @Test
  void aReleasedRecordKeepsItsFilesThroughACorrection() {
    var path = released(Files.pdf(10));
    var file = first("PAK", path);

    sent(path, "b.pdf", Files.pdf(10))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/act-not-possible"));
    removed(file, Denials.etag("PAK", path)).then().statusCode(409);
    act(
        path,
        "correct",
        "{\"reason\": \"Typo\", \"content\": %s}".formatted(content("SHIPPING", "B", "")));

    read("KAZ", path).body("version", equalTo(2)).body("attachments", hasSize(1));
    taking("KAZ").get(file).then().statusCode(200);
    assertThat(Kept.of(jdbi, path).stored()).containsExactly(id(file));
  }

  @Test
  void aDraftIsWrittenAnewWithoutItsFilesAndKeepsThem() {
    var path = drafted("SHIPPING", "A title", "");
    var file = attached(path, "a.pdf", Files.pdf(10));

    matching(the("PAK"), path)
        .body(content("SHIPPING", "B", ", \"attachments\": []"))
        .put(path)
        .then()
        .statusCode(400);
    matching(the("PAK"), path)
        .body(content("SHIPPING", "B", ""))
        .put(path)
        .then()
        .statusCode(200)
        .body("title", equalTo("B"))
        .body("attachments.id", equalTo(List.of(id(file))));
  }

  @Test
  void whatWasProposedBeforeAFileCameIsStale() {
    var path = drafted("SHIPPING", "A title", "");
    var proposal = proposed(path, "issue", "{\"reason\": \"Decided\"}");

    attached(path, "a.pdf", Files.pdf(10));

    Denials.stale("PAK", proposal.header("Location"));
  }

  @Test
  void itIsRemovedFromADraftByWhoReadIt() {
    var path = drafted("SHIPPING", "A title", "");
    var file = attached(path, "a.pdf", Files.pdf(10));

    the("PAK").delete(file).then().statusCode(428);
    removed(file, "\"another\"").then().statusCode(412);
    the("KAZ").header("If-Match", "\"x\"").delete(file).then().statusCode(404);
    removed(file, Denials.etag("PAK", path)).then().statusCode(204);

    taking("PAK").get(file).then().statusCode(404);
    read("PAK", path).body("$", not(hasKey("attachments")));
    assertThat(Kept.of(jdbi, path).withBytes()).isEmpty();
  }

  @Test
  void aDraftThatIsThrownAwayTakesItsFilesWithIt() {
    var path = drafted("SHIPPING", "A title", "");
    attached(path, "a.pdf", Files.pdf(10));
    var kept = Kept.of(jdbi, path);

    matching(the("PAK"), path).delete(path).then().statusCode(204);

    assertThat(kept.stored()).isEmpty();
    assertThat(kept.strays()).isZero();
  }

  @Test
  void whatIsNoFileOfOursIsRefusedAndNothingIsLeft() {
    var path = drafted("SHIPPING", "A title", "");
    var macro = Files.docxWith("word/vbaProject.bin", new byte[10]);

    refused(path, "a.docx", Files.pdf(10));
    refused(path, "a.pdf", Files.docx("Report"));
    refused(path, "a.docx", macro);
    refused(path, "a.docx", Files.docxWith("word/zeros.xml", new byte[5_000_000]));
    refused(path, "a.docx", Files.docxWith("../a", new byte[1]));
    refused(path, "a.pdf", new byte[0]);

    assertThat(Kept.of(jdbi, path).comingIn()).isEmpty();
    read("PAK", path).body("$", not(hasKey("attachments")));
  }

  @Test
  void aFileHasATypeAndAName() {
    var path = drafted("SHIPPING", "A title", "") + "/attachments";

    typed(the("PAK"), "application/zip").body(new byte[1]).post(path).then().statusCode(415);
    the("PAK").body("{}").post(path).then().statusCode(415);
    typed(the("PAK"), Files.PDF)
        .body(Files.pdf(10))
        .post(path)
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("Content-Disposition"));
    for (var name : new String[] {"../a.pdf", "a\u202efdp.pdf", "a.exe"}) {
      Sending.of(the("PAK"), name, Files.pdf(10)).post(path).then().statusCode(400);
    }
    Sending.of(the("PAK"), "a.pdf", Files.pdf(10))
        .queryParam("language", "Klingon")
        .queryParam("authentic", "perhaps")
        .post(path)
        .then()
        .statusCode(400)
        .body("errors", hasSize(2));
    Sending.of(the("PAK"), "a.pdf", Files.pdf(10))
        .queryParam("language", "ru")
        .queryParam("authentic", true)
        .post(path)
        .then()
        .statusCode(201)
        .body("language", equalTo("ru"))
        .body("authentic", equalTo(true));
  }

  @Test
  void onlyItsOwnersOfficersAndSystemsAttachToIt() {
    var path = released(Files.pdf(10)) + "/attachments";
    var draft = drafted("SHIPPING", "A title", "") + "/attachments";

    Sending.of(the("KAZ"), "a.pdf", Files.pdf(10)).post(path).then().statusCode(403);
    Sending.of(the("KAZ"), "a.pdf", Files.pdf(10)).post(draft).then().statusCode(404);
    Sending.of(As.the("PAK", "releaser"), "a.pdf", Files.pdf(10))
        .post(draft)
        .then()
        .statusCode(403);
    Sending.of(As.the("PAK", "machine-submit"), "a.pdf", Files.pdf(10))
        .post(draft)
        .then()
        .statusCode(201);
  }

  @Test
  void theSameKeyAttachesOnce() {
    var path = drafted("SHIPPING", "A title", "");
    var key = UUID.randomUUID().toString();
    var file = Files.pdf(10);

    var first = keyed(key, "a.pdf", file).post(path + "/attachments");
    var again = keyed(key, "a.pdf", file).post(path + "/attachments");
    keyed(key, "b.pdf", file).post(path + "/attachments").then().statusCode(422);

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(Kept.of(jdbi, path).withBytes()).hasSize(1);
    act(path, "issue", "{\"reason\": \"Decided\"}");
    keyed(key, "a.pdf", file).post(path + "/attachments").then().statusCode(201);
  }

  private static RequestSpecification keyed(String key, String name, byte[] file) {
    return Sending.of(the("PAK").header("Idempotency-Key", key), name, file);
  }

  @Test
  void fiftyAreEnough() {
    var path = drafted("SHIPPING", "A title", "");
    for (int i = 0; i < 50; i++) {
      attached(path, "a%d.pdf".formatted(i), Files.pdf(10));
    }

    sent(path, "b.pdf", Files.pdf(10))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/too-many-attachments"));
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItHasCome() throws IOException {
    var path = drafted("SHIPPING", "A title", "");
    var token = Attaching.officer();

    try (var announced = Attaching.begun(token, path, "Content-Length: 30000000", new byte[0])) {
      assertThat(Attaching.answer(announced)).contains(" 413 ");
    }
    try (var chunked =
        Attaching.begun(
            token, path, "Transfer-Encoding: chunked", "1f40000\r\n".getBytes(US_ASCII))) {
      var piece = Files.pdf(1_000_000);
      for (int i = 0; i < 27; i++) {
        chunked.getOutputStream().write(piece);
      }
      assertThat(Attaching.answer(chunked)).contains(" 413 ");
    }

    assertThat(Kept.of(jdbi, path).settled().withBytes()).isEmpty();
  }

  @Test
  void whatBreaksOffLeavesNothing() throws IOException {
    var path = drafted("SHIPPING", "A title", "");

    try (var socket =
        Attaching.begun(Attaching.officer(), path, "Content-Length: 900000", Files.pdf(600_000))) {
      assertThat(Kept.of(jdbi, path).begun()).hasSize(1);
      assertThat(socket.isConnected()).isTrue();
    }

    assertThat(Kept.of(jdbi, path).settled().withBytes()).isEmpty();
    read("PAK", path).body("$", not(hasKey("attachments")));
  }

  @Test
  void whereThereIsAScannerNothingPassesWithoutIt() {
    var path = drafted("SHIPPING", "A title", "");
    try (var ok = Clamd.answering("stream: OK");
        var found = Clamd.answering("stream: Eicar-Signature FOUND")) {
      System.setProperty(SCANNER, ok.address());
      attached(path, "a.pdf", Files.pdf(300_000));
      System.setProperty(SCANNER, found.address());
      refused(path, "b.pdf", Files.pdf(10));
      System.setProperty(SCANNER, "127.0.0.1:1");
      sent(path, "c.pdf", Files.pdf(10))
          .then()
          .statusCode(503)
          .body("type", equalTo("/problems/scanner-unavailable"));
      assertThat(ok.scanned()).hasSize(1);
    } finally {
      System.clearProperty(SCANNER);
    }

    assertThat(Kept.of(jdbi, path).withBytes()).hasSize(1);
    assertThat(Kept.of(jdbi, path).comingIn()).isEmpty();
  }

  private static void refused(String path, String name, byte[] file) {
    sent(path, name, file)
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/attachment-refused"))
        .body("detail", not(equalTo(null)));
  }

  /** A bulletin with one file, issued. */
  private static String released(byte[] file) {
    var path = drafted("SHIPPING", "A title", "");
    attached(path, "a.pdf", file);
    act(path, "issue", "{\"reason\": \"Decided\"}");
    return path;
  }

  private static String first(String participant, String path) {
    return path + "/attachments/" + the(participant).get(path).path("attachments[0].id");
  }

  /** How often a state's log says that Kazakhstan read a file of this record. */
  private int logged(String log, String file) {
    var record = file.replaceAll("^/v1/bulletins/([^/]+)/.*", "$1");
    return (int)
        jdbi
            .withHandle(handle ->
                handle
                    .createQuery("SELECT body FROM audit_entry WHERE log = :log")
                    .bind("log", log)
                    .mapTo(String.class)
                    .list())
            .stream()
            .map(Json::parse)
            .filter(it -> it.path("event").asText().equals("record.read-attachment"))
            .filter(it -> it.at("/by/participant").asText().equals("KAZ"))
            .filter(it -> it.at("/records/0/id").asText().equals(record))
            .filter(it -> !log.equals("KAZ") || file.endsWith(it.at("/facts/attachment").asText()))
            .count();
  }

  @Test
  void everyStoredFileIsNamedByItsRecord() {
    var path = drafted("SHIPPING", "A title", "");
    var file = attached(path, "a.pdf", Files.pdf(10));

    assertThat(Kept.of(jdbi, path).stored()).isEqualTo(Set.of(id(file)));
  }
}
