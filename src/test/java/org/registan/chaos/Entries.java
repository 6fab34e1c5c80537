package org.registan.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.registan.kernel.Digest;
import org.registan.kernel.Json;

/** Entries of a control list at random; each text has a word in it that no other text has. */
final class Entries {
  private static final int FEWEST = 10;
  private static final int MOST = 60;
  private static final int BIG = 400;
  private static final int LETTERS = 12;

  private static final Set<String> HEADINGS = Set.of("CATEGORY", "PRODUCT_GROUP");

  private final Random chance;
  private final ArrayNode items = Json.MAPPER.createArrayNode();
  private final int size;

  private Entries(Random chance, int size) {
    this.chance = chance;
    this.size = size;
  }

  /** A few dozens, now and then some hundreds. */
  static ArrayNode some(Random chance) {
    var few = FEWEST + chance.nextInt(MOST - FEWEST + 1);
    var made = new Entries(chance, chance.nextInt(15) == 0 ? BIG : few);
    for (int category = 1; !made.isFull() && category <= 9; category++) {
      made.category(String.valueOf(category));
    }
    return made.items;
  }

  private boolean isFull() {
    return items.size() >= size;
  }

  private void category(String category) {
    add("", category, "CATEGORY", category);
    for (char group = 'A'; !isFull() && group <= 'E'; group++) {
      var code = category + group;
      add(category, code, "PRODUCT_GROUP", code);
      var entries = 2 + chance.nextInt(7);
      for (int n = 1; !isFull() && n <= entries; n++) {
        entry(code, code + "%03d".formatted(n));
      }
    }
  }

  private void entry(String group, String code) {
    qualify(add(group, code, "ENTRY", code));
    for (char sub = 'a'; !isFull() && sub < 'a' + chance.nextInt(4); sub++) {
      var under = code + "." + sub;
      qualify(add(code, under, "SUB_ITEM", under));
      if (chance.nextInt(3) == 0) {
        add(under, under + ".1", "SUB_ITEM", under + ".1");
      }
    }
    if (!isFull() && chance.nextInt(3) == 0) {
      add(code, code + "#note-1", "NOTE", "");
    }
  }

  private ObjectNode add(String parent, String key, String type, String code) {
    var entry = entry(chance, key, type, code);
    if (!parent.isEmpty()) {
      entry.put("parent", parent);
    }
    items.add(entry);
    return entry;
  }

  private void qualify(ObjectNode entry) {
    if (chance.nextInt(3) == 0) {
      entry.set("parameters", parameters(chance));
    }
    if (chance.nextInt(3) == 0) {
      entry.putArray("origins").add("WA");
      var hs = entry.putArray("hsCodes").addObject();
      hs.put("code", "841989").put("nomenclature", "HS2022");
    }
  }

  static ObjectNode entry(Random chance, String key, String type, String code) {
    var entry = Json.object().put("key", key).put("type", type);
    if (!code.isEmpty()) {
      entry.put("code", code);
    }
    entry.set("texts", texts(chance));
    return entry;
  }

  static ArrayNode texts(Random chance) {
    var texts = Json.MAPPER.createArrayNode();
    var english = "Pumps and valves of type " + word(chance);
    texts.addObject().put("lang", "en").put("text", english).put("status", "authentic");
    if (chance.nextInt(4) == 0) {
      var russian = "Насосы № " + chance.nextInt(1000);
      texts.addObject().put("lang", "ru").put("text", russian).put("status", "translation");
    }
    return texts;
  }

  static ArrayNode parameters(Random chance) {
    var parameters = Json.MAPPER.createArrayNode();
    parameters
        .addObject()
        .put("name", "capacity")
        .put("operator", "GE")
        .put("value", chance.nextInt(100) + ".5")
        .put("unit", "L");
    return parameters;
  }

  private static String word(Random chance) {
    var letters = new StringBuilder();
    for (int i = 0; i < LETTERS; i++) {
      letters.append((char) ('a' + chance.nextInt(26)));
    }
    return letters.toString();
  }

  /** The word that one entry alone has; empty for a code that is no longer used. */
  static String word(JsonNode entry) {
    var text = entry.at("/texts/0/text").asText();
    return text.substring(text.lastIndexOf(' ') + 1);
  }

  /** The keys of those that have a word. */
  static Set<String> having(JsonNode entries, String word) {
    return StreamSupport.stream(entries.spliterator(), false)
        .filter(it -> word(it).equals(word))
        .map(it -> it.path("key").asText())
        .collect(Collectors.toSet());
  }

  /** As an edition's header has it: over each entry with what stands under it, headings apart. */
  static String digest(JsonNode entries) {
    var headings = new HashSet<>(Set.of(""));
    var blocks = new ArrayList<ArrayNode>();
    for (var entry : entries) {
      if (headings.contains(entry.path("parent").asText())) {
        blocks.add(Json.MAPPER.createArrayNode());
        if (HEADINGS.contains(entry.path("type").asText())) {
          headings.add(entry.path("key").asText());
        }
      }
      blocks.getLast().add(entry);
    }
    return sha256(
        blocks.stream().map(it -> sha256(Json.canonical(it))).collect(Collectors.joining()));
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(Digest.sha256().digest(text.getBytes(UTF_8)));
  }

  /** Those of some types that nothing stands under. */
  static List<ObjectNode> leaves(JsonNode entries, Set<String> types) {
    var parents = new HashSet<String>();
    entries.forEach(it -> parents.add(it.path("parent").asText()));
    var leaves = new ArrayList<ObjectNode>();
    for (var entry : entries) {
      if (entry instanceof ObjectNode leaf
          && types.contains(entry.path("type").asText())
          && !parents.contains(entry.path("key").asText())) {
        leaves.add(leaf);
      }
    }
    return leaves;
  }
}
