package org.registan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.registan.demo.Api.Answer;
import org.registan.demo.Api.Caller;
import org.registan.demo.Api.Refused;

/**
 * Has each state of the demonstration notify its sample list, the older edition whole and the newer
 * by operations on it. What is there already stays as it is.
 */
public final class SampleEditions {

  private static final String PATH = "/v1/control-lists/editions";

  private final Api api;
  private final PrintStream out;

  public SampleEditions(
      URI application, BiFunction<String, String, String> tokens, PrintStream out) {
    this.api = new Api(application, tokens, Duration.ofMillis(250));
    this.out = out;
  }

  public void load() {
    SampleList.all().forEach(this::load);
  }

  private void load(SampleList list) {
    new PolicyAdoption(api, list.owner(), "control-list").adopt(SampleList.policy());
    var items = DemoFiles.JSON.createObjectNode().set("items", list.entries());
    var older = notified(list.owner(), list.older(), "PUT", "/entries", items);
    var newer = list.newer().deepCopy().put("base", older);
    var operations = DemoFiles.JSON.createObjectNode().set("operations", list.operations());
    notified(list.owner(), newer, "POST", "/operations", operations);
  }

  /** The reference of an edition that is notified now, unless it was before. */
  private String notified(
      String owner, ObjectNode content, String method, String part, JsonNode body) {
    var officer = new Caller(owner, "officer");
    var there = find(officer, content, "?owner=" + owner);
    if (there.isPresent()) {
      return there.get().path("reference").asText();
    }
    var fourEyes = new FourEyes(api, owner);
    var begun = find(officer, content, "?status=DRAFT");
    var waiting = begun.map(it -> fourEyes.desk().get(it.path("id").asText()));
    if (waiting.isPresent()) {
      fourEyes.approveWaiting(waiting.get());
    } else {
      var draft = begun.orElseGet(() -> draft(officer, content));
      var path = PATH + "/" + draft.path("id").asText();
      fourEyes.carryOut(
          officer.role(),
          path + "/notify",
          FourEyes.etag("the draft", filled(officer, path, method, part, body)),
          DemoFiles.JSON.createObjectNode().put("reason", "Sample edition"));
    }
    out.printf("%s has notified %s as a sample%n", owner, content.path("edition").asText());
    return find(officer, content, "?owner=" + owner).orElseThrow().path("reference").asText();
  }

  private Optional<JsonNode> find(Caller officer, ObjectNode content, String query) {
    var list = "&list=" + content.at("/list/key").asText();
    return Pages.all(api, officer, PATH + query + list).stream()
        .filter(it -> it.path("edition").equals(content.path("edition")))
        .findFirst();
  }

  private JsonNode draft(Caller officer, ObjectNode content) {
    var once = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    var drafted = api.send(officer, "POST", PATH, once, content);
    return Api.expect(201, "POST " + PATH, drafted).body();
  }

  /** The draft with its entries, which an earlier load that was cut off may have sent. */
  private Answer filled(Caller officer, String path, String method, String part, JsonNode body) {
    var empty = read(officer, path);
    if (empty.body().has("entries")) {
      return empty;
    }
    var ifMatch = Map.of("If-Match", FourEyes.etag("the draft", empty));
    var sent = api.send(officer, method, path + part, ifMatch, body);
    var filled = read(officer, path);
    if (!filled.body().has("entries")) {
      throw new Refused(path + part + " was answered " + sent.status() + ": " + sent.body());
    }
    return filled;
  }

  private Answer read(Caller officer, String path) {
    return Api.expect(200, "GET " + path, api.get(officer, path));
  }
}
