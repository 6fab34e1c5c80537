package org.registan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.registan.demo.Api.Answer;
import org.registan.demo.Api.Caller;

/**
 * Has each state of the demonstration send the 1540 Committee a sample of a report, which says what
 * public sources say. What is there already stays as it is.
 */
public final class Submissions {

  private static final String DOCUMENTS = "/v1/1540/documents";

  private final Api api;
  private final PrintStream out;

  public Submissions(URI application, BiFunction<String, String, String> tokens, PrintStream out) {
    this.api = new Api(application, tokens, Duration.ofMillis(250));
    this.out = out;
  }

  public void load() {
    var all = DemoFiles.json("1540.json");
    for (var each : all.path("submissions").properties()) {
      new PolicyAdoption(api, each.getKey(), "1540-document").adopt(all.path("policy"));
      submit(each.getKey(), each.getValue());
    }
  }

  private void submit(String owner, JsonNode sample) {
    var officer = new Caller(owner, "officer");
    if (!listed(officer, "").isEmpty()) {
      return;
    }
    var fourEyes = new FourEyes(api, owner);
    var begun = listed(officer, "&status=DRAFT").path(0).path("id");
    var waiting = Optional.ofNullable(fourEyes.desk().get(begun.asText()));
    if (waiting.isPresent()) {
      fourEyes.approveWaiting(waiting.get());
      return;
    }
    var draft = begun.isMissingNode() ? draft(officer, sample) : read(officer, begun.asText());
    var submission = DemoFiles.JSON.createObjectNode().put("reason", "Sample submission");
    submission.set("noteVerbale", sample.path("noteVerbale"));
    var path = DOCUMENTS + "/" + draft.text("id") + "/submit";
    fourEyes.carryOut("officer", path, FourEyes.etag("the draft", draft), submission);
    out.printf("%s has sent the 1540 Committee a sample report%n", owner);
  }

  private Answer draft(Caller officer, JsonNode sample) {
    var answer = api.send(officer, "POST", DOCUMENTS, Map.of(), sample.path("document"));
    return Api.expect(201, "drafting a report", answer);
  }

  private Answer read(Caller officer, String id) {
    var path = DOCUMENTS + "/" + id;
    return Api.expect(200, "GET " + path, api.get(officer, path));
  }

  private JsonNode listed(Caller officer, String more) {
    var path = DOCUMENTS + "?owner=" + officer.participant() + more;
    return Api.expect(200, "GET " + path, api.get(officer, path)).body().path("items");
  }
}
