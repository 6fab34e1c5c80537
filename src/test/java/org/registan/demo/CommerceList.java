package org.registan.demo;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The US Commerce Control List of 2026, as far as a sample list begins with it: some categories,
 * the series of some regimes, down to a depth. What names US law or is the US's alone stays out,
 * and so does all under an entry in which a letter comes twice, as the file does not tell those of
 * a note from those of the list.
 */
final class CommerceList {

  private static final Pattern LAW =
      Pattern.compile("\\b(EAR|ITAR|CFR|USML|U\\.S\\.|BIS|Commerce|Commission|License)\\b|§");
  private static final Pattern POINTER =
      Pattern.compile("[,;]? ?\\(see list of items controlled\\)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DECONTROL =
      Pattern.compile(
          "([0-9][A-E][0-9]{3}(?:\\.[a-z0-9]+)*) (?:above )?do(?:es)? not (?:control|apply).*\\.");
  private static final Pattern CAS = Pattern.compile("CAS (?:No\\. )?([0-9]{2,7}-[0-9]{2}-[0-9])");
  private static final Pattern UNILATERAL = Pattern.compile("..0(18|69|9[0-9])|.*\\.z(\\..*)?");

  /** By the reason for control, the regime that it takes over. */
  private static final List<Map.Entry<String, String>> ORIGINS =
      List.of(
          Map.entry("NS", "WA"),
          Map.entry("MT", "MTCR"),
          Map.entry("NP", "NSG"),
          Map.entry("CB", "AG"),
          Map.entry("CW", "CWC"));

  private final JsonNode part;
  private final JsonNode headings;
  private final SampleEntries entries = new SampleEntries();

  private CommerceList(JsonNode part, JsonNode headings) {
    this.part = part;
    this.headings = headings;
  }

  /** The part that is asked for, under the headings of categories and groups. */
  static SampleEntries part(JsonNode part, JsonNode headings) {
    var list = new CommerceList(part, headings);
    for (var entry : source().path("entries")) {
      if (list.takes(entry)) {
        list.take(entry);
      }
    }
    return part.path("numbered").asBoolean() ? numbered(list.entries) : list.entries;
  }

  private static JsonNode source() {
    var name = "/control-lists/ccl-2026-07-23.json.gz";
    try (var in = requireNonNull(CommerceList.class.getResourceAsStream(name), name);
        var open = new GZIPInputStream(in)) {
      return DemoFiles.JSON.readTree(open);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean takes(JsonNode entry) {
    var code = entry.path("eccn").asText();
    return part.path("categories").asText().contains(code.substring(0, 1))
        && part.path("series").asText().contains(code.substring(2, 3))
        && !UNILATERAL.matcher(code).matches()
        && !LAW.matcher(plain(entry.path("heading").asText())).find();
  }

  private void take(JsonNode source) {
    var code = source.path("eccn").asText();
    heading("CATEGORY", code.substring(0, 1), null, code.substring(0, 1));
    heading("PRODUCT_GROUP", code.substring(0, 2), code.substring(0, 1), code.substring(1, 2));
    var entry = coded("ENTRY", code, code.substring(0, 2), source.path("heading").asText());
    var reasons = List.of(source.path("reasonForControl").asText().split("[, .]+", -1));
    var origins = ORIGINS.stream().filter(it -> reasons.contains(it.getKey())).toList();
    if (!origins.isEmpty()) {
      var array = entry.putArray("origins");
      origins.forEach(it -> array.add(it.getValue()));
    }
    entries.put(entry);
    if (isClear(source.path("items"))) {
      paragraphs(code, source.path("items"));
      notes(code, source.path("items"));
    }
  }

  private void heading(String type, String code, @Nullable String parent, String name) {
    if (entries.has(code)) {
      return;
    }
    var entry = entry(code, type, parent).put("code", code);
    var texts = entry.putArray("texts");
    for (var lang : part.path("languages")) {
      var text = headings.path(name).path(lang.asText());
      texts.addObject().put("lang", lang.asText()).put("text", text.asText());
    }
    entries.put(entry);
  }

  private static boolean isClear(JsonNode items) {
    var letters = new HashSet<String>();
    return items
        .valueStream()
        .filter(CommerceList::isParagraph)
        .allMatch(it -> letters.add(it.path("paragraph").asText()));
  }

  private void paragraphs(String code, JsonNode items) {
    var left = new HashSet<String>();
    for (var item : items) {
      if (isParagraph(item)) {
        paragraph(code + "." + item.path("paragraph").asText(), item, left);
      }
    }
  }

  private void paragraph(String code, JsonNode item, Set<String> left) {
    var text = item.path("text").asText();
    var parent = above(code);
    var out = left.stream().anyMatch(it -> code.startsWith(it + "."));
    var deep = item.path("depth").asInt() > part.path("depth").asInt();
    if (out || deep || LAW.matcher(text).find() || UNILATERAL.matcher(code).matches()) {
      left.add(code);
    } else if (text.contains("[Reserved]")) {
      entries.put(entry(code, "NOT_USED", parent).put("code", code));
    } else {
      entries.put(coded("SUB_ITEM", code, parent, text));
    }
  }

  /** The nearest above that is there: the file does not have all of them. */
  private String above(String code) {
    var above = code;
    do {
      above = above.substring(0, above.lastIndexOf('.'));
    } while (!entries.has(above));
    return above;
  }

  /** Whole sentences on what is there; a list in a note is not told apart in the file. */
  private void notes(String code, JsonNode items) {
    int number = 1;
    for (var item : items) {
      var text = plain(item.path("text").asText());
      var about = DECONTROL.matcher(text);
      if (!isParagraph(item) && about.matches() && !LAW.matcher(text).find()) {
        var named = about.group(1);
        if (entries.has(named) && (named + ".").startsWith(code + ".")) {
          var note = entry(code + "#decontrol-" + number++, "DECONTROL_NOTE", named);
          say(note, text);
          entries.put(note);
        }
      }
    }
  }

  private static boolean isParagraph(JsonNode item) {
    return item.path("kind").asText().equals("item") && item.path("paragraph").isTextual();
  }

  private static ObjectNode coded(String type, String code, String parent, String text) {
    var entry = entry(code, type, parent).put("code", code);
    say(entry, plain(text));
    var numbers = CAS.matcher(text).results().map(it -> it.group(1)).distinct().toList();
    if (!numbers.isEmpty()) {
      numbers.forEach(entry.putArray("casNumbers")::add);
    }
    return entry;
  }

  private static ObjectNode entry(String key, String type, @Nullable String parent) {
    var entry = DemoFiles.JSON.createObjectNode().put("key", key);
    if (parent != null) {
      entry.put("parent", parent);
    }
    return entry.put("type", type);
  }

  private static void say(ObjectNode entry, String text) {
    entry.putArray("texts").addObject().put("lang", "en").put("text", text);
  }

  private static String plain(String text) {
    return POINTER
        .matcher(text)
        .replaceAll("")
        .replace("this ECCN", "this entry")
        .replaceAll("\\bECCNs? (?=[0-9])", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** Numbered through as lists of the older kind are; the attribute tells the code it had. */
  private static SampleEntries numbered(SampleEntries list) {
    var numbered = new SampleEntries();
    var names = new HashMap<String, String>();
    var counts = new HashMap<String, Integer>();
    for (var entry : list.all()) {
      var key = SampleEntries.key(entry);
      var parent = SampleEntries.parent(entry);
      var above = parent == null ? null : requireNonNull(names.get(parent));
      var between = entry.has("code") ? "." : "#decontrol-";
      var name =
          above == null ? key : above + between + counts.merge(above + between, 1, Integer::sum);
      names.put(key, name);
      entry.put("key", name);
      if (above != null) {
        entry.put("parent", above);
      }
      if (entry.has("code")) {
        entry.put("code", name);
        entry.putArray("attributes").addObject().put("name", "eccn").put("value", key);
      }
      numbered.put(entry);
    }
    return numbered;
  }
}
