package org.registan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.demo.Api.Caller;
import org.registan.stand.StandResource;

/** What a note verbale sends is sent once, wherever the sending was cut off. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class NoteVerbaleTest {

  private static final String MATRICES = "/v1/1540/matrices";

  private static final class Killed extends RuntimeException {}

  private final JsonNode sample = DemoFiles.json("1540.json").at("/submissions/UZB");
  private final ObjectNode header = sample.at("/matrix/header").deepCopy();

  @Test
  void aMatrixIsSentOnceWhenItsSendingIsCutOffAfterEveryRequest() {
    As.stand();
    header
        .withArray("title")
        .removeAll()
        .addObject()
        .put("lang", "en")
        .put("text", "SAMPLE: cut off " + UUID.randomUUID());

    var requests = 1;
    while (!isSentWith(requests)) {
      requests++;
    }

    assertThat(requests)
        .as("cut off when nothing was there, drafted, one row filled, both, and proposed")
        .isGreaterThan(7);
    assertThat(withItsTitle(new Caller("UZB", "officer"), "&status=DRAFT")).isEmpty();
    assertThat(withItsTitle(new Caller("UN1540", "expert"), ""))
        .singleElement()
        .satisfies(it ->
            assertThat(it.path("fields").findValuesAsText("row"))
                .containsExactly("OP3cd.5", "OP3cd.5", "OP3cd.5", "OP678.10"));
  }

  /** Whether so many requests, of a sending that goes on with what is there, were enough. */
  private boolean isSentWith(int requests) {
    var api = api(requests);
    var rows = new SampleRows(api, "UZB", sample.at("/matrix/rows"), "Cut off.");
    try {
      new NoteVerbale(api, "UZB", sample.path("noteVerbale")).send(MATRICES, header, rows::fill);
      return true;
    } catch (Killed e) {
      return false;
    }
  }

  private List<JsonNode> withItsTitle(Caller who, String more) {
    return Pages.all(api(Integer.MAX_VALUE), who, MATRICES + "?owner=UZB" + more).stream()
        .filter(it -> it.path("title").equals(header.path("title")))
        .toList();
  }

  private static Api api(int requests) {
    var left = new AtomicInteger(requests);
    return new Api(
        URI.create("http://127.0.0.1:" + io.restassured.RestAssured.port),
        (participant, role) -> {
          if (left.getAndDecrement() <= 0) {
            throw new Killed();
          }
          return As.stand().tokens().of(participant, role).access();
        },
        Duration.ofMillis(1));
  }
}
