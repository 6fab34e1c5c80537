package org.registan.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.demo.Submissions;
import org.registan.stand.StandResource;

/** The samples of the demonstration reach the Committee, once, and say that they are samples. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class DemoSubmissionsTest {

  @Test
  void eachStateOfTheDemonstrationHasSentOneSampleHoweverOftenItIsLoaded() {
    As.stand();
    load();
    var once = counts();
    load();

    assertThat(counts()).isEqualTo(once);
    assertThat(once).allMatch(it -> it > 0);
    As.the("UN1540", "expert")
        .get(Documents.PATH + "?owner=UZB")
        .then()
        .body("items.caveats.flatten()", everyItem(startsWith("SAMPLE")))
        .body("items.title.flatten().lang", hasItem("uz-Latn"));
  }

  private static List<Integer> counts() {
    return List.of("PAK", "KAZ", "UZB").stream()
        .map(it ->
            As.the("UN1540", "expert")
                .get(Documents.PATH + "?limit=200&owner=" + it)
                .then()
                .statusCode(200)
                .extract()
                .<List<?>>path("items")
                .size())
        .toList();
  }

  private static void load() {
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    new Submissions(
            URI.create("http://127.0.0.1:" + io.restassured.RestAssured.port),
            (participant, role) -> As.stand().tokens().of(participant, role).access(),
            out)
        .load();
  }
}
