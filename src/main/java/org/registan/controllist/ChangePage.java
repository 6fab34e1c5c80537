package org.registan.controllist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The changes between two editions as a person reads them. */
record ChangePage(JsonNode from, JsonNode to, List<ObjectNode> changes) {

  /** A run of text, with what became of it. */
  record Run(String op, String text) {}

  /** One language of a change. */
  record Words(String lang, List<Run> runs) {}

  /** What became of one entry. */
  record Line(String kinds, String name, String effect, String reason, List<Words> words) {}

  String handling() {
    return EntryExports.handling(to);
  }

  String reference() {
    return to.path("reference").asText();
  }

  public String title() {
    return "%s %s: %s against %s"
        .formatted(
            to.path("owner").asText(),
            to.at("/list/key").asText(),
            to.path("edition").asText(),
            from.path("edition").asText());
  }

  public String marks() {
    var caveats = to.path("caveats").valueStream().map(JsonNode::asText).toList();
    return String.join(
        " / ",
        handling(),
        reference(),
        from.path("reference").asText(),
        String.join(" / ", caveats));
  }

  /** Without what only goes along with what it stands under, and without names of ours. */
  public List<Line> lines() {
    return changes.stream()
        .filter(it -> !it.path("follows").asBoolean())
        .filter(
            it -> !(it.path("kinds").size() == 1 && it.at("/kinds/0").asText().equals("REKEYED")))
        .map(ChangePage::line)
        .toList();
  }

  private static Line line(JsonNode change) {
    var was = name(change.path("from"));
    var is = name(change.path("to"));
    var name =
        was.isEmpty() || is.isEmpty() || was.equals(is)
            ? (is.isEmpty() ? was : is)
            : was + " → " + is;
    var effect = change.path("effect").asText();
    return new Line(
        change
            .path("kinds")
            .valueStream()
            .map(it -> it.asText().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
            .collect(Collectors.joining(", ")),
        name,
        change.path("unconfirmed").asBoolean()
            ? effect + " (proposed by the machine, unconfirmed)"
            : effect,
        change.path("reason").asText(),
        words(change));
  }

  private static List<Words> words(JsonNode change) {
    var all = new ArrayList<Words>();
    if (change.has("words")) {
      change
          .path("words")
          .properties()
          .forEach(it -> all.add(new Words(it.getKey(), runs(it.getValue()))));
    } else {
      var was = isThere(change.path("from"));
      var is = isThere(change.path("to"));
      var op = was == is ? "SAME" : is ? "ADDED" : "REMOVED";
      change
          .path(is || !was ? "to" : "from")
          .path("texts")
          .forEach(it ->
              all.add(
                  new Words(
                      it.path("lang").asText(), List.of(new Run(op, it.path("text").asText())))));
    }
    return all;
  }

  /** A number that is held for a deleted entry stands for nothing. */
  private static boolean isThere(JsonNode entry) {
    return entry.has("type") && !entry.path("type").asText().equals(EntryType.NOT_USED.name());
  }

  private static List<Run> runs(JsonNode segments) {
    return segments
        .valueStream()
        .map(it -> new Run(it.path("op").asText(), it.path("text").asText()))
        .toList();
  }

  /** The printed code of an entry, or else its name. */
  static String name(JsonNode entry) {
    return entry.has("code") ? entry.path("code").asText() : entry.path("key").asText();
  }
}
