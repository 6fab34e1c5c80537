package org.registan.controllist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.demo.SampleEditions;
import org.registan.demo.SampleList;
import org.registan.denial.Denials;
import org.registan.stand.StandResource;

/** The sample lists of the demonstration reach every state and the Committee, each edition once. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class SampleEditionsTest {

  @Test
  void whoeverMayReadPublishedLawHasBothEditionsOfEachStateHoweverOftenTheyAreLoaded() {
    As.stand();
    load();
    load();

    for (var list : SampleList.all()) {
      Denials.adopted(list.owner(), Editions.TYPE, SampleList.policy().toString());
      for (var reader : new String[] {"UN1540/expert", "KAZ/officer", "PAK/officer"}) {
        var who = reader.split("/", 2);
        As.the(who[0], who[1])
            .get(
                Editions.PATH
                    + "?owner=%s&list=%s"
                        .formatted(list.owner(), list.older().at("/list/key").asText()))
            .then()
            .statusCode(200)
            .body(
                "items.edition",
                containsInAnyOrder(
                    list.older().path("edition").asText(), list.newer().path("edition").asText()))
            .body("items.entries.count", hasItem(list.entries().size()))
            .body("items.caveats.flatten()", everyItem(equalTo("SAMPLE, NOT LAW")));
      }
    }
  }

  private static void load() {
    new SampleEditions(
            URI.create("http://127.0.0.1:" + RestAssured.port),
            (participant, role) -> As.stand().tokens().of(participant, role).access(),
            new PrintStream(new ByteArrayOutputStream(), true, UTF_8))
        .load();
  }
}
