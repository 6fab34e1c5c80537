package org.registan.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.registan.bulletin.Attaching.attached;
import static org.registan.bulletin.Attaching.removed;
import static org.registan.bulletin.Attaching.sent;
import static org.registan.bulletin.Bulletins.drafted;
import static org.registan.bulletin.Bulletins.id;
import static org.registan.bulletin.Bulletins.read;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.attachment.Files;
import org.registan.stand.StandResource;

/** A participant's files are bounded, and its log tells of each. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class AttachmentRoomTest {

  private static final long LARGEST_IN_TABLE = Integer.MAX_VALUE;
  private static final long TOTAL = 20L << 30;

  @Inject Jdbi jdbi;

  @BeforeEach
  void everyoneIsThere() {
    As.stand();
  }

  @Test
  void whoHasFilledTheRoomAddsNothingUntilSomethingIsRemoved() {
    var path = drafted("SHIPPING", "A title", "");
    var file = attached(path, "a.pdf", Files.pdf(10));
    fill(path);

    sent(path, "b.pdf", Files.pdf(10))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/attachments-full"));
    assertThat(Kept.of(jdbi, path).comingIn()).isEmpty();

    jdbi.useHandle(handle -> handle.execute("DELETE FROM attachment WHERE file_name = 'large'"));
    attached(path, "b.pdf", Files.pdf(10));
    removed(file, read("PAK", path).extract().header("ETag")).then().statusCode(204);
  }

  /** As though large files were there. */
  private void fill(String path) {
    jdbi.useHandle(handle -> {
      for (long size = 0; size < TOTAL; size += LARGEST_IN_TABLE) {
        handle.execute(
            "INSERT INTO attachment (id, owner, record, state, file_name, media_type, size,"
                + " received_at) SELECT UUID(), owner, id, 'STORED', 'large', 'application/pdf', ?,"
                + " NOW() FROM record WHERE id = ?",
            LARGEST_IN_TABLE,
            id(path));
      }
    });
  }

  @Test
  void theLogSaysWhichFileWasAttachedAndRemovedAndThatOneWasRefused() {
    var path = drafted("SHIPPING", "A title", "");
    var file = attached(path, "a.pdf", Files.pdf(10));
    removed(file, read("PAK", path).extract().header("ETag")).then().statusCode(204);
    sent(path, "b.pdf", Files.docx("No PDF")).then().statusCode(422);

    var attachment = file.substring(file.lastIndexOf('/') + 1);
    log().body(fact("bulletin.attach", "attachment"), hasItem(attachment));
    log().body(fact("bulletin.detach", "attachment"), hasItem(attachment));
    As.the("PAK", "auditor")
        .get("/v1/audit?record=" + id(path))
        .then()
        .body("items.event", hasItem("bulletin.attach.refused"));
  }

  @Test
  void whoIsBlockedWhileAFileComesInAttachesNothing() throws IOException {
    var path = drafted("SHIPPING", "A title", "");
    var token = As.stand().tokens().ofPerson("PAK", "bilal.chaudhry");
    String account = As.bearing(token).get("/v1/me").path("account");
    var administered = "/v1/participants/PAK/accounts/" + account;
    var file = Files.pdf(600_000);
    var some = Arrays.copyOf(file, 500_000);

    try (var socket = Attaching.begun(token, path, "Content-Length: " + file.length, some)) {
      Kept.of(jdbi, path).begun();
      As.the("PAK", "state-admin").post(administered + "/block").then().statusCode(200);
      socket.getOutputStream().write(file, some.length, file.length - some.length);
      assertThat(Attaching.answer(socket)).contains(" 401 ");
    } finally {
      As.the("PAK", "state-admin").post(administered + "/unblock").then().statusCode(200);
    }

    assertThat(Kept.of(jdbi, path).settled().withBytes()).isEmpty();
    As.the("PAK", "auditor")
        .get("/v1/audit?record=" + id(path))
        .then()
        .body(fact("bulletin.attach.refused", "why"), hasItem("its sender was blocked meanwhile"));
  }

  private static String fact(String event, String fact) {
    return "items.findAll { it.event == '%s' }.facts.%s".formatted(event, fact);
  }

  private static ValidatableResponse log() {
    return As.the("PAK", "auditor").get("/v1/audit?limit=200").then().statusCode(200);
  }
}
