package org.registan.record;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The erasing of a record's natural persons: their data go wherever they stand, and so does every
 * text in which one of them is named.
 *
 * @param traces by what all of them are recognised
 * @param shown by what those are, by participant, of whom it was ever shown anything
 * @param seen whether they stand in what each of its recipients sees, who is therefore told
 */
public record Erasure(
    RecordType type,
    Row row,
    LocalDate on,
    Traces traces,
    Map<String, Traces> shown,
    boolean seen) {

  /** What stands where a text stood. */
  public static final String ERASED = "[erased]";

  private static final Set<String> SAID = Set.of("reason", "text", "comment");

  /**
   * The same for what a participant wrote. Another's texts lose only what it was shown itself, so
   * that a guess at what it was not ends alike whether it is right or wrong.
   */
  public Erasure in(String author) {
    return author.equals(row.owner()) ? this : by(shown.getOrDefault(author, Traces.NONE));
  }

  /** The text, unless it names someone. */
  public @Nullable String cleaned(@Nullable String text) {
    return text != null && traces.isIn(text) ? ERASED : text;
  }

  /** The record without them. */
  public Row after() {
    var content = cleaned(row.content());
    var life = cleaned(row.life());
    life.put(Documents.PERSONS_ERASED, on.toString());
    return row.erased(content, life);
  }

  /** A document without them. */
  ObjectNode cleaned(JsonNode document) {
    ObjectNode changed = document.deepCopy();
    type.persons().erase(changed, on, known());
    for (var pointer : type.persons().texts(changed)) {
      var text = changed.at(pointer).textValue();
      if (traces.isIn(text) && pointer.equals("/" + type.ownName())) {
        changed.remove(type.ownName()); // the same in its stead would be the name of many
      } else if (traces.isIn(text)) {
        put(changed, JsonPointer.compile(pointer));
      }
    }
    return changed;
  }

  /**
   * Who is one of them where it does not say so: an earlier version had the kind wrong. Not a firm
   * of the same name that the record still holds.
   */
  public Predicate<String> known() {
    var others = new Traces(type.persons().others(row.content()), List.of());
    return called -> traces.isOne(called) && !others.isOne(called);
  }

  private static void put(ObjectNode document, JsonPointer at) {
    switch (document.at(at.head())) {
      case ObjectNode object -> object.put(at.last().getMatchingProperty(), ERASED);
      case ArrayNode array -> array.set(at.last().getMatchingIndex(), TextNode.valueOf(ERASED));
      default -> throw new IllegalStateException("nothing at " + at);
    }
  }

  /** What was asked for of the record, without them and whoever else a content in it holds. */
  public ObjectNode request(JsonNode request) {
    ObjectNode changed = request.deepCopy();
    var content = changed.path("content");
    var erasure = by(traces.and(Persons.traces(type, content)));
    for (var member : List.copyOf(changed.properties())) {
      if (isText(member.getKey()) && member.getValue().isTextual()) {
        changed.put(member.getKey(), erasure.cleaned(member.getValue().textValue()));
      }
    }
    if (content.isObject()) {
      changed.set("content", erasure.cleaned(content));
    }
    return changed;
  }

  /** What someone says in a request; all else in it is a code, a time or an id. */
  private static boolean isText(String member) {
    return SAID.contains(member) || member.endsWith("Text");
  }

  /** A list of texts by name, without them. */
  public ObjectNode texts(JsonNode named) {
    ObjectNode changed = named.deepCopy();
    named.properties().stream()
        .filter(it -> it.getValue().isTextual())
        .forEach(it -> changed.put(it.getKey(), cleaned(it.getValue().textValue())));
    return changed;
  }

  private Erasure by(Traces others) {
    return new Erasure(type, row, on, others, shown, seen);
  }
}
