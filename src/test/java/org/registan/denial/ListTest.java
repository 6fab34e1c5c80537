package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.Lists;
import org.registan.stand.StandResource;

/** A list is exactly the records that single reads give, each once, however it is paged. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class ListTest {

  /** Where no other test's denials go. */
  private static final String FAR = "VUT";

  private List<String> shared;

  @BeforeEach
  void pakistanSharesFourOfFiveAndKazakhstanHasThree() {
    As.stand();
    policy("PAK", permit("DETAIL", "KAZ"));
    var paths = new ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      paths.add(notified("PAK", draft(FAR)));
    }
    notified("PAK", draft(FAR, "AMBER", "\"releasableTo\": [],"));
    for (int i = 0; i < 3; i++) {
      notified("KAZ", draft(FAR));
    }
    shared = paths.stream().map(it -> it.substring(it.lastIndexOf('/') + 1)).toList();
  }

  @Test
  void itsPagesJoinWithoutGapOrRepeat() {
    var whole = listed("KAZ", 200);

    assertThat(whole).doesNotHaveDuplicates().containsAll(shared);
    assertThat(listed("KAZ", 1)).isEqualTo(whole);
    assertThat(listed("KAZ", 3)).isEqualTo(whole);
  }

  @Test
  void eachPageIsFullUntilTheLast() {
    var pages = pages("KAZ", 2, Map.of("owner", "PAK"));

    assertThat(pages).hasSizeGreaterThan(1);
    assertThat(pages.subList(0, pages.size() - 1)).allSatisfy(it -> assertThat(it).hasSize(2));
    assertThat(pages.getLast()).isNotEmpty();
  }

  @Test
  void itHasExactlyWhatASingleReadGives() {
    var listed = listed("KAZ", 200);

    assertThat(listed).containsAll(shared);
    for (var id : listed("PAK", 200)) {
      var seen = As.the("KAZ", "officer").get("/v1/denials/" + id).statusCode() == 200;
      assertThat(listed.contains(id)).isEqualTo(seen);
    }
    for (var id : listed) {
      As.the("KAZ", "officer").get("/v1/denials/" + id).then().statusCode(200);
    }
  }

  private static List<String> listed(String state, int limit) {
    return pages(state, limit, Map.of()).stream().flatMap(List::stream).toList();
  }

  /** The ids on each page, of denials to where no other test's go. */
  private static List<List<String>> pages(String state, int limit, Map<String, String> filters) {
    return Lists.pages(
            () ->
                As.the(state, "officer")
                    .queryParam("destination", FAR)
                    .queryParam("limit", limit)
                    .queryParams(filters),
            "/v1/denials")
        .stream()
        .map(page -> page.stream().map(it -> it.path("id").asText()).toList())
        .toList();
  }
}
