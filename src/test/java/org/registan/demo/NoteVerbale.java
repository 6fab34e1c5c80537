package org.registan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.registan.demo.Api.Answer;
import org.registan.demo.Api.Caller;

/** A note verbale with which a state sends records to the 1540 Committee, each of them once. */
final class NoteVerbale {

  private final Api api;
  private final Caller officer;
  private final FourEyes fourEyes;
  private final JsonNode note;

  NoteVerbale(Api api, String owner, JsonNode note) {
    this.api = api;
    this.officer = new Caller(owner, "officer");
    this.fourEyes = new FourEyes(api, owner);
    this.note = note;
  }

  /**
   * Drafts a record in the list at {@code list}, has the draft filled by its path, and submits it;
   * a record with its title is the one that was begun before. Whether there was something to do.
   */
  boolean send(String list, JsonNode content, Consumer<String> filling) {
    var own = list + "?owner=" + officer.participant();
    if (find(own, content).isPresent()) {
      return false;
    }
    var begun = find(own + "&status=DRAFT", content);
    var desk = fourEyes.desk();
    var waiting = begun.map(desk::get);
    if (waiting.isPresent()) {
      fourEyes.approveWaiting(waiting.get());
      return true;
    }
    var path = list + "/" + begun.orElseGet(() -> draft(list, content).text("id"));
    filling.accept(path);
    var filled = Api.expect(200, "GET " + path, api.get(officer, path));
    var submission = DemoFiles.JSON.createObjectNode().put("reason", "Sample submission");
    submission.set("noteVerbale", note);
    fourEyes.carryOut(
        officer.role(), path + "/submit", FourEyes.etag("the draft", filled), submission);
    return true;
  }

  private Optional<String> find(String query, JsonNode content) {
    return Pages.all(api, officer, query).stream()
        .filter(it -> it.path("title").equals(content.path("title")))
        .map(it -> it.path("id").asText())
        .findFirst();
  }

  private Answer draft(String list, JsonNode content) {
    var once = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    return Api.expect(201, "POST " + list, api.send(officer, "POST", list, once, content));
  }
}
