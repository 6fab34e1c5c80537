package org.registan.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.registan.chaos.Wire.Caller;
import org.registan.kernel.Json;

/**
 * A partner's system that follows its cursor and keeps copies as the feed says. Now and then it
 * goes back to an earlier cursor, as one that lost its last answers would.
 */
final class Puller {
  private final Caller caller;
  private final Wire wire;
  private final History history;
  private final Findings findings;
  private final Random chance;
  private final Map<Long, String> received = new HashMap<>();
  private final Map<String, String> copies = new TreeMap<>();
  private final List<Place> places = new ArrayList<>(List.of(new Place(0, "")));

  /** A position, and the cursor that goes on from it. */
  private record Place(long position, String cursor) {}

  Puller(String participant, Wire wire, History history, Findings findings, long seed) {
    this.caller = new Caller(participant, "machine-read");
    this.wire = wire;
    this.history = history;
    this.findings = findings;
    this.chance = new Random(seed);
  }

  Caller caller() {
    return caller;
  }

  /** The copies by record, each as the feed brought it. */
  Map<String, String> copies() {
    return Map.copyOf(copies);
  }

  long position() {
    return places.getLast().position();
  }

  /** Pulls a page; whether it was empty. */
  boolean pull() {
    if (chance.nextInt(25) == 0) {
      forget();
    }
    var from = places.getLast();
    var query = "limit=" + (1 + chance.nextInt(200));
    var after = from.cursor().isEmpty() ? "" : "&after=" + from.cursor();
    var page = wire.get(caller, "/v1/changes?" + query + after);
    if (page.status() != 200) {
      findings.violation("%s: %d %s", caller, page.status(), page.text());
      return true;
    }
    var position = from.position();
    for (var change : Raw.elements(page.text(), "changes")) {
      position = take(change, position + 1);
    }
    if (position == from.position()) {
      return true;
    }
    places.add(new Place(position, page.json().path("next").asText()));
    return false;
  }

  void catchUp() {
    while (!pull()) {
      findings.count("pages pulled to catch up");
    }
  }

  private void forget() {
    var kept = Math.max(1, places.size() - 1 - chance.nextInt(5));
    places.subList(kept, places.size()).clear();
    findings.count("cursors gone back to");
  }

  private long take(String text, long expected) {
    var change = Json.parse(text);
    var position = change.path("position").asLong();
    findings.same(expected, position, "%s: position", caller);
    remember(change, position);
    fold(change, text);
    return position;
  }

  private void remember(JsonNode change, long position) {
    var event =
        "%s %s %s %s %s"
            .formatted(
                change.path("event").asText(),
                change.path("record").asText(),
                change.path("version").asText(),
                change.path("disclosure").asText(),
                change.path("at").asText());
    var before = received.putIfAbsent(position, event);
    if (before != null) {
      findings.same(before, event, "%s: event at position %d", caller, position);
      return;
    }
    findings.count("changes received");
    history.append(
        Json.object()
            .put("puller", caller.participant())
            .put("position", position)
            .put("change", event));
  }

  private void fold(JsonNode change, String text) {
    var record = change.path("record").asText();
    if (change.path("event").asText().equals("UNSHARED")) {
      copies.remove(record);
    } else if (change.has("view")) {
      copies.put(record, Raw.member(text, "view"));
    }
  }
}
