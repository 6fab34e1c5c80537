package org.registan.controllist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Json;

/**
 * The US Commerce Control List as a public project reads it from the CFR, as entries. A paragraph
 * with a code of its own is a sub-item; one whose letter was there before in its ECCN (the
 * numbering within a note, mostly) and all text without one stands as it comes, under the sub-item
 * before it.
 */
final class CclFile {

  static final String EDITION_2026 = "ccl-2026-07-23.json.gz";
  static final String EDITION_2025 = "ccl-parsed-2025-07.json.gz";
  private static final Set<String> FIELDS =
      Set.of("eccn", "category", "productGroup", "heading", "items");

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> groups = new HashMap<>();
  private final Set<String> codes = new HashSet<>();

  private CclFile() {}

  static JsonNode read(String file) {
    var name = "/control-lists/" + file;
    try (var in = Objects.requireNonNull(CclFile.class.getResourceAsStream(name), name);
        var open = new GZIPInputStream(in)) {
      return Json.MAPPER.readTree(open);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Entry> entries(JsonNode source) {
    var file = new CclFile();
    String category = "";
    String group = "";
    for (var it : source.path("entries")) {
      if (!it.path("category").asText().equals(category)) {
        category = it.path("category").asText();
        file.entries.add(A.of("CATEGORY", category, null, category, "Category " + category));
      }
      var letters = category + it.path("productGroup").asText();
      if (!group.startsWith(letters)) {
        group = file.group(category, letters);
      }
      file.eccn(it, group);
    }
    return file.entries;
  }

  /** The groups of Category 5 stand there twice, as it has two parts. */
  private String group(String category, String letters) {
    int part = groups.merge(letters, 1, Integer::sum);
    var key = part == 1 ? letters : letters + "#part-" + part;
    entries.add(
        A.of("PRODUCT_GROUP", key, category, part == 1 ? letters : null, "Product group " + key));
    return key;
  }

  private void eccn(JsonNode source, String group) {
    var code = source.path("eccn").asText();
    var attributes = new ArrayList<Entry.Attribute>();
    source.properties().stream()
        .filter(it -> !FIELDS.contains(it.getKey()))
        .forEach(it -> attributes.add(new Entry.Attribute(it.getKey(), it.getValue().toString())));
    if (source.has("items")) {
      attributes.add(new Entry.Attribute("items", "true"));
    }
    entries.add(with("ENTRY", code, group, code, source.path("heading").asText(), attributes));
    Deque<String> above = new ArrayDeque<>(List.of(code));
    for (var item : source.path("items")) {
      item(item, code, above);
    }
  }

  private void item(JsonNode item, String eccn, Deque<String> above) {
    var paragraph = item.path("paragraph").textValue();
    var code = eccn + "." + paragraph;
    if (item.path("kind").asText().equals("item") && paragraph != null && codes.add(code)) {
      while (above.size() > 1 && !code.startsWith(above.element() + ".")) {
        above.pop();
      }
      var attributes = List.of(new Entry.Attribute("depth", item.path("depth").asText()));
      entries.add(
          with("SUB_ITEM", code, above.element(), code, item.path("text").asText(), attributes));
      above.push(code);
      return;
    }
    var attributes = new ArrayList<Entry.Attribute>();
    attributes.add(new Entry.Attribute("depth", item.path("depth").asText()));
    attributes.add(new Entry.Attribute("kind", item.path("kind").asText()));
    if (paragraph != null) {
      attributes.add(new Entry.Attribute("paragraph", paragraph));
    }
    var type = item.path("kind").asText().equals("note") ? "NOTE" : "TEXT";
    var key = above.element() + "#" + entries.size();
    entries.add(with(type, key, above.element(), null, item.path("text").asText(), attributes));
  }

  /** The file again, of the entries alone. */
  static ArrayNode source(List<Entry> entries) {
    var source = Json.MAPPER.createArrayNode();
    for (var entry : entries) {
      if (entry.type().equals("ENTRY")) {
        source.add(eccn(entry));
      } else if (entry.parent() != null && !entry.type().equals("PRODUCT_GROUP")) {
        ((ArrayNode) source.get(source.size() - 1).path("items")).add(item(entry));
      }
    }
    return source;
  }

  private static ObjectNode eccn(Entry entry) {
    var eccn = Json.object();
    eccn.put("eccn", entry.key());
    eccn.put("category", entry.key().substring(0, 1));
    eccn.put("productGroup", entry.key().substring(1, 2));
    eccn.put("heading", text(entry));
    for (var it : Objects.requireNonNull(entry.attributes())) {
      eccn.set(
          it.name(),
          it.name().equals("items") ? Json.MAPPER.createArrayNode() : Json.parse(it.value()));
    }
    return eccn;
  }

  private static ObjectNode item(Entry entry) {
    var item = Json.object();
    var code = entry.code();
    item.put(
        "paragraph",
        code == null ? said(entry, "paragraph") : code.substring(code.indexOf('.') + 1));
    item.put("kind", code == null ? said(entry, "kind") : "item");
    item.put("depth", Integer.parseInt(Objects.requireNonNull(said(entry, "depth"))));
    item.put("text", text(entry));
    return item;
  }

  private static @Nullable String said(Entry entry, String name) {
    return Objects.requireNonNull(entry.attributes()).stream()
        .filter(it -> it.name().equals(name))
        .map(Entry.Attribute::value)
        .findFirst()
        .orElse(null);
  }

  static String text(Entry entry) {
    return entry.textsOrNone().getFirst().text();
  }

  private static Entry with(
      String type,
      String key,
      String parent,
      @Nullable String code,
      String text,
      List<Entry.Attribute> attributes) {
    return new Entry(
        key,
        parent,
        type,
        code,
        null,
        null,
        null,
        null,
        A.texts(text),
        null,
        null,
        null,
        null,
        null,
        attributes,
        null);
  }

  /** Only the ECCNs of some categories, with straight quotes, so that two such files compare. */
  static List<Entry> headings2026(Set<String> categories) {
    return read(EDITION_2026)
        .path("entries")
        .valueStream()
        .filter(it -> categories.contains(it.path("category").asText()))
        .map(it -> heading(it.path("eccn").asText(), it.path("heading").asText()))
        .toList();
  }

  static List<Entry> headings2025() {
    return read(EDITION_2025)
        .valueStream()
        .flatMap(category -> category.path("product_groups").valueStream())
        .flatMap(group -> group.path("eccn").valueStream())
        .map(it -> heading(it.path("code").asText(), it.path("description").asText()))
        .toList();
  }

  private static Entry heading(String code, String text) {
    var plain =
        text.replaceAll("[“”]", "\"")
            .replaceAll("[‘’]", "'")
            .replace("*", "")
            .replaceAll("\\s+", " ")
            .strip();
    return A.entry(code, null, plain);
  }
}
