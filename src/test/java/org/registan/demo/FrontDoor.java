package org.registan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.registan.demo.Api.Caller;

/** What others load through the public API as the demonstration does: policies and denials. */
public final class FrontDoor {

  private static final int WIDTH = 2;

  private final Api api;

  public FrontDoor(URI application, BiFunction<String, String, String> tokens) {
    this.api = new Api(application, tokens, Duration.ofMillis(250));
  }

  /** A denial as its owner posts it. */
  public record Draft(String owner, ObjectNode content) {}

  /** The denials of the demonstration, every other one of them another state's. */
  public static List<Draft> drafts(LocalDate day, Map<String, String> others) {
    var all = DemoDenials.of(day);
    return all.stream()
        .map(it ->
            new Draft(
                it.group() % 2 == 0 ? it.owner() : others.getOrDefault(it.owner(), it.owner()),
                it.draft()))
        .filter(it -> !it.owner().equals(it.content().path("destination").asText()))
        .toList();
  }

  /** Brings a policy into force by two persons. */
  public void adopt(String owner, JsonNode policy) {
    new PolicyAdoption(api, owner, "denial").adopt(policy);
  }

  /** Drafts these and has each notified by two persons. */
  public void notifyAll(List<Draft> drafts) throws InterruptedException {
    Workers.forEach(drafts, WIDTH, this::notify);
  }

  private void notify(Draft draft) {
    var officer = new Caller(draft.owner(), "officer");
    var posted = api.send(officer, "POST", "/v1/denials", Map.of(), draft.content());
    Api.expect(201, "drafting", posted);
    new FourEyes(api, draft.owner())
        .carryOut(
            "officer",
            "/v1/denials/" + posted.text("id") + "/notify",
            FourEyes.etag("the draft", posted),
            DemoFiles.JSON.createObjectNode().put("reason", "Decision of the licensing board"));
  }
}
