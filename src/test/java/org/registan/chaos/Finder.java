package org.registan.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.registan.chaos.Wire.Caller;
import org.registan.chaos.Wire.Request;
import org.registan.kernel.Json;

/** Looks for words in the entries of control lists. */
final class Finder {
  private static final String PATH = "/v1/control-lists/entries/searches";

  private final Wire wire;
  private final Findings findings;
  private final Random chance;

  Finder(Wire wire, Findings findings, Random chance) {
    this.wire = wire;
    this.findings = findings;
    this.chance = chance;
  }

  /** A word of one of these entries is found where the edition in effect has it, and only there. */
  void look(Caller reader, String list, JsonNode among, JsonNode inEffect) {
    var word = among.isEmpty() ? "" : Entries.word(among.get(chance.nextInt(among.size())));
    if (word.isEmpty()) {
      return;
    }
    var asked = Json.object().put("q", word);
    asked.putArray("list").add(list);
    var answer = wire.send(reader, new Request("POST", PATH, Map.of(), asked.toString()));
    var found =
        answer
            .json()
            .path("items")
            .valueStream()
            .map(it -> it.at("/entry/key").asText())
            .collect(Collectors.toCollection(TreeSet::new));
    var expected = new TreeSet<>(Entries.having(inEffect, word));
    findings.same(expected, found, "%s finds %s in %s: %s", reader, word, list, answer);
    findings.count(expected.isEmpty() ? "searches that found nothing" : "searches that found");
  }
}
