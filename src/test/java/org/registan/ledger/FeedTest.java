package org.registan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.Denials.carriedOut;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.stand.StandResource;

/** Who follows its cursor is told all that changed for it, and holds what a full read gives. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class FeedTest {

  private Puller kazakhstan;
  private String path;
  private String id;

  @BeforeEach
  void kazakhstanFollowsWhatPakistanShares() {
    As.stand();
    policy("PAK", permit("DETAIL", "KAZ"), permit("CORE", "UZB"));
    kazakhstan = Puller.of("KAZ").follow();
    path = notified("PAK", draft("AFG"));
    id = path.substring(path.lastIndexOf('/') + 1);
  }

  @Test
  void onlyTheNewestEntryOfARecordCarriesItsView() {
    amend(draft("IRN"));

    kazakhstan.follow();

    assertThat(kazakhstan.told(id)).containsExactly("SHARED superseded", "UPDATED with its view");
  }

  @Test
  void aPolicyThatNarrowsIsTold() {
    kazakhstan.follow();

    policy("PAK", permit("CORE", "KAZ"));

    assertThat(kazakhstan.follow().disclosure(id)).isEqualTo("CORE");
  }

  @Test
  void aPolicyThatWidensIsTold() {
    var uzbekistan = Puller.of("UZB").follow();
    assertThat(uzbekistan.disclosure(id)).isEqualTo("CORE");

    policy("PAK", permit("DETAIL", "KAZ"), permit("DETAIL", "UZB"));

    assertThat(uzbekistan.follow().disclosure(id)).isEqualTo("DETAIL");
  }

  @Test
  void aPolicyThatNoLongerReleasesIsTold() {
    kazakhstan.follow();

    policy("PAK", permit("CORE", "UZB"));

    assertThat(kazakhstan.follow().disclosure(id)).isEmpty();
  }

  @Test
  void aHoldIsTold() {
    kazakhstan.follow();

    As.the("PAK", "releaser")
        .header("If-Match", org.registan.denial.Denials.etag("PAK", path))
        .body("{\"reason\": \"Doubt\"}")
        .post(path + "/hold")
        .then()
        .statusCode(200);

    assertThat(kazakhstan.follow().disclosure(id)).isEmpty();
  }

  @Test
  void whatChangesNothingForSomeoneIsNotToldToIt() {
    var uzbekistan = Puller.of("UZB").follow();

    amend(draft("AFG").replace("Herat", "Kandahar"));

    assertThat(uzbekistan.follow().told(id)).containsExactly("SHARED with its view");
  }

  private void amend(String content) {
    carriedOut("PAK", path, "amend", "{\"reason\": \"Typo\", \"content\": %s}".formatted(content));
  }
}
