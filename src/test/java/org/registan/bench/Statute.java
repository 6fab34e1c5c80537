package org.registan.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.registan.kernel.Json;

/**
 * A list of invented entries as long as the law's, each with sub-items and a note, and what is done
 * to it from one edition to the next: mostly texts, some thresholds, and what comes, goes or gets
 * another number.
 */
final class Statute {

  private static final int CATEGORIES = 10;
  private static final String GROUPS = "ABCDE";
  private static final int SUB_ITEMS = 3;
  private static final int BELOW = SUB_ITEMS + 2;
  private static final int FEWEST = 20;
  private static final int MOST = 50;
  private static final List<String> WORDS =
      List.of(
          "equipment",
          "specially",
          "designed",
          "or",
          "prepared",
          "for",
          "the",
          "production",
          "of",
          "valves",
          "pumps",
          "having",
          "a",
          "capacity",
          "greater",
          "than",
          "nickel",
          "alloys",
          "corrosion",
          "resistant",
          "vessels",
          "lasers",
          "wavelength",
          "between",
          "nm",
          "and",
          "bandwidth",
          "exceeding",
          "composite",
          "fibrous",
          "materials",
          "with",
          "specific",
          "modulus",
          "guidance",
          "systems",
          "capable",
          "accuracy",
          "transmission",
          "software");

  private final Random random = new Random(1540);
  private final List<Entry> entries = new ArrayList<>();

  /** An entry with its sub-items; what was done to it once is left alone, but for its texts. */
  private static final class Entry {

    private final String code;
    private final String group;
    private int subItems = SUB_ITEMS;
    private boolean isRenumbered;
    private boolean isCut;

    Entry(String code, String group) {
      this.code = code;
      this.group = group;
    }

    String subItem(int n) {
      return code + "." + (char) ('a' + n);
    }
  }

  /** One of about so many entries, notes and headings. */
  Statute(int size) {
    int each = Math.max(1, size / BELOW / CATEGORIES / GROUPS.length());
    for (int category = 0; category < CATEGORIES; category++) {
      for (var letter : GROUPS.split("", 0)) {
        for (int n = 1; n <= each; n++) {
          var group = category + letter;
          entries.add(new Entry("%s%03d".formatted(group, n), group));
        }
      }
    }
  }

  /** Some code that stays. */
  String code(int turn) {
    return entries.get((int) (turn * 7919L % entries.size())).code + ".a";
  }

  /** The first edition's entries, as they are sent. */
  ObjectNode first() {
    var all = Json.object();
    var items = all.putArray("items");
    var group = "";
    for (var entry : entries) {
      var category = entry.group.substring(0, 1);
      if (!group.startsWith(category)) {
        item(items, category, "", "CATEGORY", "Category " + category);
      }
      if (!entry.group.equals(group)) {
        group = entry.group;
        item(items, group, category, "PRODUCT_GROUP", "Group " + group);
      }
      item(items, entry.code, group, "ENTRY", text());
      for (int i = 0; i < SUB_ITEMS; i++) {
        threshold(item(items, entry.subItem(i), entry.code, "SUB_ITEM", text()));
      }
      item(items, entry.code + "#note", entry.code, "NOTE", text());
    }
    return all;
  }

  /** What the next edition does. */
  ArrayNode amendments() {
    var operations = Json.MAPPER.createArrayNode();
    int count = FEWEST + random.nextInt(MOST - FEWEST + 1);
    random
        .ints(0, entries.size())
        .distinct()
        .limit(Math.min(count, entries.size()))
        .forEach(it -> amend(operations, entries.get(it)));
    return operations;
  }

  private void amend(ArrayNode operations, Entry entry) {
    int kind = random.nextInt(20);
    if (kind == 0 && entry.subItems < 20) {
      var added = operations.addObject().put("op", "ADD");
      var code = entry.subItem(entry.subItems++);
      added.set("entry", item(Json.MAPPER.createArrayNode(), code, entry.code, "SUB_ITEM", text()));
    } else if (kind == 1 && !entry.isCut) {
      entry.isCut = true;
      operations.addObject().put("op", "DELETE").put("key", entry.subItem(2));
    } else if (kind == 2 && !entry.isRenumbered) {
      entry.isRenumbered = true;
      var renumbered = operations.addObject().put("op", "RENUMBER").put("key", entry.subItem(1));
      renumbered.put("code", entry.code + ".zb");
    } else if (kind < 6) {
      threshold(operations.addObject().put("op", "AMEND_PARAMETER").put("key", entry.subItem(0)));
    } else if (kind < 9) {
      said(operations.addObject().put("op", "AMEND_NOTE").put("key", entry.code + "#note"), text());
    } else {
      said(operations.addObject().put("op", "AMEND_TEXT").put("key", entry.subItem(0)), text());
    }
  }

  private void threshold(ObjectNode of) {
    of.putArray("parameters")
        .addObject()
        .put("name", "capacity")
        .put("operator", "GT")
        .put("value", String.valueOf(1 + random.nextInt(5_000)))
        .put("unit", "l");
  }

  private static ObjectNode item(
      ArrayNode items, String key, String parent, String type, String text) {
    var item = items.addObject().put("key", key).put("type", type);
    if (!parent.isEmpty()) {
      item.put("parent", parent);
    }
    if (!type.equals("NOTE")) {
      item.put("code", key);
    }
    return said(item, text);
  }

  private static ObjectNode said(ObjectNode of, String text) {
    of.putArray("texts").addObject().put("lang", "en").put("text", text);
    return of;
  }

  /** Thirty words or so, and a number by which few have the same. */
  private String text() {
    var text = new StringBuilder("No. ").append(random.nextInt(1_000_000));
    for (int i = 15 + random.nextInt(30); i >= 0; i--) {
      text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }
}
