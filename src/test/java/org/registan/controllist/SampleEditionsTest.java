package org.registan.controllist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
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
  void whoeverMayReadPublishedLawHasBothEditionsOfEachStateHoweverOftenALoadIsCutOff() {
    As.stand();
    for (var calls : new int[] {9, 8, 12, 17, 30}) {
      loadKilledAfter(calls);
    }
    load(SampleEditionsTest::token);
    load(SampleEditionsTest::token);

    for (var list : SampleList.all()) {
      As.the(list.owner(), "officer")
          .get(Editions.PATH + "?status=DRAFT&list=" + list.older().at("/list/key").asText())
          .then()
          .body("items", empty());
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

  /** As far as it comes; where nothing is left to do, to its end. */
  private static void loadKilledAfter(int calls) {
    var left = new AtomicInteger(calls);
    try {
      load((participant, role) -> {
        if (left.getAndDecrement() <= 0) {
          throw new IllegalStateException("killed");
        }
        return token(participant, role);
      });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("killed");
    }
  }

  private static String token(String participant, String role) {
    return As.stand().tokens().of(participant, role).access();
  }

  private static void load(BiFunction<String, String, String> tokens) {
    var application = URI.create("http://127.0.0.1:" + RestAssured.port);
    var out = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    new SampleEditions(application, tokens, out).load();
  }
}
