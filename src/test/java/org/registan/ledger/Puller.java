package org.registan.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.registan.As;
import org.registan.kernel.Json;

/** A partner's system that follows its feed and keeps what it is told to keep. */
public final class Puller {

  private final String participant;
  private final Map<String, JsonNode> copy = new HashMap<>();
  private final Map<String, List<String>> told = new HashMap<>();
  private @Nullable String cursor;

  private Puller(String participant) {
    this.participant = participant;
  }

  public static Puller of(String participant) {
    return new Puller(participant);
  }

  /** Reads on to the end of what there is. */
  public Puller follow() {
    JsonNode page;
    do {
      var request = As.the(participant, "officer").queryParam("limit", 200);
      if (cursor != null) {
        request.queryParam("after", cursor);
      }
      page = Json.parse(request.get("/v1/changes").then().statusCode(200).extract().asString());
      page.path("changes").forEach(this::take);
      cursor = page.path("next").asText();
    } while (page.path("more").asBoolean());
    return this;
  }

  private void take(JsonNode change) {
    told.computeIfAbsent(change.path("record").asText(), key -> new ArrayList<>())
        .add(
            change.path("event").asText()
                + (change.has("view") ? " with its view" : "")
                + (change.has("superseded") ? " superseded" : ""));
    if (change.path("event").asText().equals("UNSHARED")) {
      copy.remove(change.path("record").asText());
    } else if (change.has("view")) {
      copy.put(change.path("record").asText(), change.path("view"));
    }
  }

  /** From where it would go on; null before it has read anything. */
  public @Nullable String cursor() {
    return cursor;
  }

  /** The records that it holds, by id. */
  public Map<String, JsonNode> copies() {
    return Map.copyOf(copy);
  }

  /** What it was told of a record: each event, and what came with it. */
  public List<String> told(String id) {
    return told.getOrDefault(id, List.of());
  }

  /** The level at which it holds a record; empty when it holds none. */
  public String disclosure(String id) {
    var view = copy.get(id);
    return view == null ? "" : view.path("disclosure").asText();
  }

  String destination(String id) {
    var view = copy.get(id);
    return view == null ? "" : view.path("destination").asText();
  }
}
