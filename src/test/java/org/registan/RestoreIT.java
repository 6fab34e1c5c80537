package org.registan;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.ledger.Puller;
import org.registan.stand.Application;
import org.registan.stand.BackupScripts;
import org.registan.stand.Stand;

/** Who follows the feed over a restore is told to begin again, and then has what there is. */
class RestoreIT {

  private final Stand stand = Stand.current();
  private final Application application = new Application(stand);
  private final BackupScripts scripts = new BackupScripts(stand.database(), stand.state());

  @BeforeEach
  void start() {
    RestAssured.port = stand.applicationPort();
    application.start();
  }

  @AfterEach
  void stop() {
    application.stop();
  }

  @Test
  void aCursorOfBeforeTheRestoreIsRefusedAndWhoBeginsAgainEndsWithAFullRead() {
    var backup = stand.state().resolve("backup");
    policy("PAK", permit("DETAIL", "KAZ"));
    var kept = notified("PAK", draft("AFG"));
    var early = Puller.of("KAZ").follow();
    assertThat(scripts.backUp(backup).status()).isZero();
    var lost = notified("PAK", draft("IRN"));
    var late = Puller.of("KAZ").follow();
    assertThat(late.copies()).containsKeys(id(kept), id(lost));

    application.stop();
    assertThat(scripts.restore(backup).status()).isZero();
    application.start();
    var later = notified("PAK", draft("PRK"));

    isToBeginAgain(early);
    isToBeginAgain(late);
    assertThat(Puller.of("KAZ").follow().copies())
        .isEqualTo(fullRead())
        .containsKeys(id(kept), id(later))
        .doesNotContainKey(id(lost));
    As.the("KAZ", "officer").get(lost).then().statusCode(404);
  }

  private static void isToBeginAgain(Puller puller) {
    As.the("KAZ", "officer")
        .queryParam("after", puller.cursor())
        .get("/v1/changes")
        .then()
        .statusCode(410)
        .body("type", equalTo("/problems/resync-required"));
  }

  private static Map<String, JsonNode> fullRead() {
    return Lists.items(() -> As.the("KAZ", "officer"), "/v1/denials?limit=200").stream()
        .collect(toMap(it -> it.path("id").asText(), it -> it));
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
