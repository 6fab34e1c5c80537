package org.registan.record;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Json;
import org.registan.kernel.Level;

/**
 * The canonical document of each layer, with a revision that moves only when its bytes change, and
 * the keys by which each layer is found.
 */
@ApplicationScoped
public class Documents {

  /** What the owner alone is told in its record: that persons' data were erased, and when. */
  static final String PERSONS_ERASED = "personsErased";

  private static final List<Level> LAYERS = List.of(Level.CORE, Level.DETAIL, Level.OWNER);

  private final Persons persons;
  private final Clock clock;

  Documents(Persons persons, Clock clock) {
    this.persons = persons;
    this.clock = clock;
  }

  /** The revisions of the layers after a write, and which of them moved. */
  public record Revisions(Map<Level, Integer> numbers, Map<Level, Boolean> moved) {

    /** Of a record that is judged again without a new version. */
    public static final Revisions NONE_MOVED = new Revisions(Map.of(), Map.of());

    public int of(Level layer) {
      return numbers.getOrDefault(layer, 0);
    }

    public boolean hasMoved(Level layer) {
      return moved.getOrDefault(layer, false);
    }
  }

  private record Current(int rev, String body) {}

  /** The document that {@code layer} shows of a record. */
  public static ObjectNode document(RecordType type, Row row, Level layer) {
    var document = content(type, row, layer);
    document.setAll((ObjectNode) row.life().deepCopy());
    if (layer != Level.OWNER) {
      document.remove(PERSONS_ERASED);
    }
    if (layer != Level.OWNER && row.status().equals(Status.ISSUED_IN_ERROR)) {
      document.retain(type.frame());
    }
    document.put("reference", row.reference());
    document.put("owner", row.owner());
    document.put("status", row.status());
    if (layer == Level.OWNER) {
      document.put("agency", row.agency());
      document.put("held", row.held());
    }
    return document;
  }

  private static ObjectNode content(RecordType type, Row row, Level layer) {
    var content = type.layers().cut(row.content(), layer);
    if (layer == Level.OWNER) {
      return content;
    }
    type.withheld(row.content()).forEach(pointer -> remove(content, pointer));
    return content;
  }

  /** Writes the documents and keys of a record; released ones are kept for ever. */
  public Revisions write(Handle handle, RecordType type, Row row) {
    var current = current(handle, row);
    var numbers = new EnumMap<Level, Integer>(Level.class);
    var moved = new EnumMap<Level, Boolean>(Level.class);
    var keys = new LinkedHashMap<List<String>, Level>();
    var folded = new HashMap<String, Set<String>>();
    if (row.isDraft()) {
      persons.forget(handle, row);
    }
    for (var layer : LAYERS) {
      var document = document(type, row, layer);
      Words.in(document, folded).forEach(it -> keys.merge(List.of("q", it), layer, Level::min));
      if (row.isDraft() && layer != Level.OWNER) {
        continue; // found by what it will be found by; seen by its owner alone
      }
      persons.setApart(handle, row, type.persons().at(row.content()), document);
      var body = Json.canonical(document);
      var before = current.get(layer);
      var changed = before == null || before.rev() == 0 || !before.body().equals(body);
      var rev = row.isDraft() ? 0 : revision(before, changed);
      if (changed) {
        put(handle, row, layer, rev, body);
      }
      numbers.put(layer, rev);
      moved.put(layer, changed);
    }
    keys.put(List.of("reference", row.reference()), Level.CORE);
    for (var key : type.keys(row)) {
      keys.merge(List.of(key.name(), key.value()), layer(type, row, key), Level::min);
    }
    writeKeys(handle, row, keys);
    return new Revisions(numbers, moved);
  }

  /** By what was withdrawn in error, only its owner still finds it. */
  private static Level layer(RecordType type, Row row, Key key) {
    var withdrawn =
        row.status().equals(Status.ISSUED_IN_ERROR) && !type.frame().contains(key.name());
    return withdrawn ? Level.OWNER : key.layer();
  }

  private static int revision(@org.jspecify.annotations.Nullable Current before, boolean changed) {
    var last = before == null ? 0 : before.rev();
    return changed ? last + 1 : last;
  }

  private static Map<Level, Current> current(Handle handle, Row row) {
    var current = new HashMap<Level, Current>();
    handle
        .createQuery("SELECT layer, rev, body FROM doc WHERE record = :record")
        .bind("record", row.id())
        .map((rs, ctx) ->
            Map.entry(Level.of(rs.getInt(1)), new Current(rs.getInt(2), rs.getString(3))))
        .forEach(it -> current.put(it.getKey(), it.getValue()));
    return current;
  }

  private void put(Handle handle, Row row, Level layer, int rev, String body) {
    var now = clock.instant();
    handle.execute(
        "REPLACE INTO doc (record, layer, rev, at, body) VALUES (?, ?, ?, ?, ?)",
        row.id(),
        layer,
        rev,
        now,
        body);
    if (rev > 0) {
      handle.execute(
          "INSERT INTO doc_history (record, layer, rev, at, body) VALUES (?, ?, ?, ?, ?)",
          row.id(),
          layer,
          rev,
          now,
          body);
    }
  }

  /** Writes what changed of them: most acts change few. */
  private static void writeKeys(Handle handle, Row row, Map<List<String>, Level> keys) {
    var wanted = new LinkedHashSet<Key>();
    keys.forEach((key, layer) -> wanted.add(new Key(key.get(0), key.get(1), layer)));
    var known =
        handle
            .createQuery("SELECT name, value, layer FROM record_key WHERE record = :record")
            .bind("record", row.id())
            .map((rs, ctx) -> new Key(rs.getString(1), rs.getString(2), Level.of(rs.getInt(3))))
            .set();
    each(
        handle,
        row,
        without(known, wanted),
        "DELETE FROM record_key WHERE record = ? AND name = ? AND value = ? AND layer = ?");
    each(
        handle,
        row,
        without(wanted, known),
        "INSERT IGNORE INTO record_key (record, name, value, layer) VALUES (?, ?, ?, ?)");
  }

  private static Set<Key> without(Set<Key> keys, Set<Key> others) {
    var rest = new LinkedHashSet<>(keys);
    rest.removeAll(others);
    return rest;
  }

  private static void each(Handle handle, Row row, Set<Key> keys, String sql) {
    if (!keys.isEmpty()) {
      var batch = handle.prepareBatch(sql);
      keys.forEach(key -> batch.add(row.id(), key.name(), key.value(), key.layer()));
      batch.execute();
    }
  }

  private static void remove(ObjectNode document, String pointer) {
    var at = JsonPointer.compile(pointer);
    JsonNode parent = document.at(at.head());
    if (parent instanceof ObjectNode object) {
      object.remove(at.last().getMatchingProperty());
    }
  }
}
