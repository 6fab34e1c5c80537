package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.kernel.Json;
import org.registan.stand.StandResource;

/** Whoever lets all of its own requests wait keeps nobody waiting, and can still take back. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class CrowdTest {

  /** Past the share of an account, with those that are over and still counted. */
  private static final int MANY = 60;

  private static final String REASON = "{\"reason\": \"Doubts\"}";
  private static final String HOLD = "/v1/denials/%s/hold".formatted(UUID.randomUUID());

  private final List<Taker> waiting = new ArrayList<>();

  @BeforeEach
  void aReleaserPullsTooOftenAtOnce() throws IOException {
    var token = As.stand().tokens().of("UZB", "releaser");
    var lines = As.the("UZB", "releaser").accept("application/x-ndjson").get("/v1/denials");
    var end = Json.parse(lines.asString().lines().toList().getLast()).path("position").asText();
    while (status("releaser", "/v1/me") != 429) {
      assertThat(waiting).hasSizeLessThan(MANY);
      waiting.add(Taker.of(token, "/v1/changes?wait=30&after=" + end, "application/json"));
    }
  }

  @AfterEach
  void untilTheyAreGone() throws IOException {
    for (var each : waiting) {
      each.close();
    }
    for (int tries = 0; status("releaser", "/v1/me") == 429 || held() == 429; tries++) {
      assertThat(tries).isLessThan(1_000);
    }
  }

  @Test
  void othersOfItsStateAreServed() {
    assertThat(status("officer", "/v1/me")).isEqualTo(200);
    assertThat(status("state-admin", "/v1/me")).isEqualTo(200);
  }

  @Test
  void whatOnlyTakesBackIsNeverKeptWaiting() {
    var nothing = UUID.randomUUID();
    assertThat(taken("/v1/denials/%s/hold".formatted(nothing))).isEqualTo(404);
    assertThat(taken("/v1/policies/denial/one-offs/%s/end".formatted(nothing))).isEqualTo(404);
    assertThat(taken("/v1/policies/denial/restart")).isEqualTo(429);
    assertThat(taken("/v1/policies/denial/groups/none/narrow")).isEqualTo(400);
    assertThat(As.the("UZB", "releaser").body("{}").post("/v1/policies/denial/stop").statusCode())
        .isEqualTo(400);
  }

  @Test
  void whoSendsSlowlyWhatTakesBackUsesUpItsOwnShareOfThatAlone() throws IOException {
    var token = As.stand().tokens().of("UZB", "releaser");
    var pulls = waiting.size();
    while (held() != 429) {
      assertThat(waiting).hasSizeLessThan(pulls + MANY);
      waiting.add(Taker.holdingBack(token, HOLD));
    }

    assertThat(As.the("UZB", "releaser", "CUSTOMS").body(REASON).post(HOLD).statusCode())
        .isEqualTo(404);
    assertThat(status("officer", "/v1/me")).isEqualTo(200);
    assertThat(As.the("KAZ", "officer").get("/v1/me").statusCode()).isEqualTo(200);
  }

  private static int held() {
    return taken(HOLD);
  }

  private static int taken(String path) {
    return As.the("UZB", "releaser").body(REASON).post(path).statusCode();
  }

  private static int status(String role, String path) {
    return As.the("UZB", role).get(path).statusCode();
  }
}
