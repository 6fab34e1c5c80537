package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.drafted;
import static org.registan.denial.Denials.etag;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;
import static org.registan.denial.Denials.proposed;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.stand.StandResource;

/** Acts at the same moment: none undoes another unread, and each is told at a place of its own. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class AtOnceTest {

  private static final int ROUNDS = 4;

  @BeforeEach
  void twoStatesShareWithAThird() {
    As.stand();
    policy("PAK", permit("CORE", "UZB"));
    policy("KAZ", permit("CORE", "UZB"));
  }

  @Test
  void ofSeveralChangesToOneStateOnlyOneIsTaken() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var path = drafted("PAK", draft("AFG"));
      var etag = etag("PAK", path);
      var changes = new ArrayList<Callable<Response>>();
      for (var destination : List.of("IRN", "IRQ", "SYR", "YEM", "LBY", "SDN")) {
        var request = As.the("PAK", "officer").header("If-Match", etag).body(draft(destination));
        changes.add(() -> request.put(path));
      }

      assertThat(together(changes)).containsOnlyOnce(200).containsOnly(200, 412);
    }
  }

  @Test
  void ofSeveralDraftsOfAPolicyOnlyOneIsTaken() throws Exception {
    policy("PAK", permit("CORE", "UZB"));
    var path = "/v1/policies/denial/draft";
    for (int round = 0; round < ROUNDS; round++) {
      var etag = As.the("PAK", "officer").get(path).header("ETag");
      var drafts = new ArrayList<Callable<Response>>();
      for (int i = 0; i < 6; i++) {
        var rules = "{\"rules\": [], \"groups\": {\"g%d%d\": [\"KAZ\"]}}".formatted(round, i);
        var request = As.the("PAK", "officer").header("If-Match", etag).body(rules);
        drafts.add(() -> request.put(path));
      }

      assertThat(together(drafts)).containsOnlyOnce(200).containsOnly(200, 412);
    }
  }

  @Test
  void aStatesHasteTakesNoConnectionFromOthers() throws Exception {
    var path = "/v1/policies/denial/draft";
    var etag = As.the("PAK", "officer").get(path).header("ETag");
    var proposal =
        As.the("PAK", "officer")
            .header("If-Match", etag)
            .body("{\"reason\": \"As agreed\"}")
            .post(path + "/adopt");
    var approvals = new ArrayList<Callable<Response>>();
    for (int i = 0; i < 40; i++) {
      var request = As.the("PAK", "releaser").header("If-Match", proposal.header("ETag"));
      approvals.add(() -> request.post(proposal.header("Location") + "/approve"));
    }

    assertThat(together(approvals)).containsOnlyOnce(200).isSubsetOf(200, 409, 412, 429);
  }

  @Test
  void actsOfSeveralStatesLeaveNoGapInAPartnersFeed() throws Exception {
    var before = positions().size();
    for (int round = 0; round < ROUNDS; round++) {
      var approvals = new ArrayList<Callable<Response>>();
      for (var state : List.of("PAK", "KAZ", "PAK", "KAZ")) {
        approvals.add(approval(state));
      }

      assertThat(together(approvals)).containsOnly(200);
    }
    var positions = positions();
    assertThat(positions).hasSize(before + 4 * ROUNDS);
    for (int i = 0; i < positions.size(); i++) {
      assertThat(positions.get(i)).isEqualTo(i + 1);
    }
  }

  @Test
  void ofTwoReleasersOnlyOneDecides() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var path = drafted("PAK", draft("AFG"));
      var proposal = proposed("PAK", path, "notify", "{\"reason\": \"Board\"}").extract();
      var approvals = new ArrayList<Callable<Response>>();
      for (var person : List.of("kamran.durrani", "nadia.qureshi")) {
        var request = As.person("PAK", person).header("If-Match", proposal.header("ETag"));
        approvals.add(() -> request.post(proposal.header("Location") + "/approve"));
      }

      assertThat(together(approvals)).containsOnlyOnce(200);
      As.the("PAK", "officer").get(path).then().body("version", org.hamcrest.Matchers.equalTo(1));
    }
  }

  private static Callable<Response> approval(String state) {
    var path = drafted(state, draft("AFG"));
    var proposal = proposed(state, path, "notify", "{\"reason\": \"Board\"}").extract();
    var request = As.the(state, "releaser").header("If-Match", proposal.header("ETag"));
    return () -> request.post(proposal.header("Location") + "/approve");
  }

  private static List<Integer> together(List<Callable<Response>> requests)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(requests.size())) {
      var statuses = new ArrayList<Integer>();
      for (Future<Response> answer : threads.invokeAll(requests)) {
        statuses.add(answer.get().statusCode());
      }
      return statuses;
    }
  }

  private static List<Integer> positions() {
    var positions = new ArrayList<Integer>();
    String after = null;
    boolean more;
    do {
      var request = As.the("UZB", "machine-read").queryParam("limit", 200);
      if (after != null) {
        request.queryParam("after", after);
      }
      var page = request.get("/v1/changes");
      positions.addAll(page.<List<Integer>>path("changes.position"));
      after = page.path("next");
      more = page.path("more");
    } while (more);
    return positions;
  }
}
