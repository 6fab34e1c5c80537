package org.registan.record;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Json;

/**
 * Natural persons' data, which stand apart from the documents that point to them, so that they can
 * be found and erased.
 */
@ApplicationScoped
public class Persons {

  /** How what stands in a document for something set apart begins. */
  static final String MARK = "{\"$person\":";

  private static final int ID = 36;

  /** Of a reference: the mark, the id in quotes, a brace. */
  private static final int LENGTH = MARK.length() + 1 + ID + 2;

  /** Moves what stands at {@code pointers} out of the document and leaves a reference. */
  void setApart(Handle handle, Row row, List<String> pointers, ObjectNode document) {
    var present =
        pointers.stream()
            .map(JsonPointer::compile)
            .filter(it -> !document.at(it).isMissingNode())
            .toList();
    if (present.isEmpty()) {
      return;
    }
    var known = known(handle, row);
    for (var at : present) {
      var content = Json.canonical(document.at(at));
      var id = known.computeIfAbsent(content, it -> add(handle, row, it));
      replace(document, at, Json.object().put("$person", id.toString()));
    }
  }

  /** The bodies with what they point to put back in, unless that has been erased just now. */
  public List<String> putBack(Handle handle, List<String> bodies) {
    return putBack(handle, bodies, Long.MAX_VALUE);
  }

  /** The same of as many of the first as together are no longer than {@code most}, or of one. */
  public List<String> putBack(Handle handle, List<String> bodies, long most) {
    var filling = new Filling(bodies, most);
    if (!filling.ids().isEmpty()) {
      handle
          .createQuery("SELECT id, content FROM natural_person WHERE id IN (<ids>)")
          .bindList("ids", filling.ids())
          .setFetchSize(1)
          .map((row, ctx) -> Map.entry(row.getString(1), row.getString(2)))
          .forEach(it -> filling.take(it.getKey(), it.getValue()));
    }
    return filling.filled();
  }

  /** How long a body is without what stands for persons' data. */
  public static long lengthApart(String body) {
    var length = new long[] {body.length()};
    each(body, id -> length[0] -= LENGTH);
    return length[0];
  }

  static String filled(String body, Map<String, String> contents) {
    var text = new StringBuilder();
    var from = 0;
    for (int at = body.indexOf(MARK); at >= 0; at = body.indexOf(MARK, from)) {
      text.append(body, from, at).append(contents.getOrDefault(idAt(body, at), ""));
      from = at + LENGTH;
    }
    return from == 0 ? body : text.append(body, from, body.length()).toString();
  }

  /** The ids in references; canonical JSON has quotes in texts escaped, so in no text is one. */
  static void each(String body, Consumer<String> work) {
    for (int at = body.indexOf(MARK); at >= 0; at = body.indexOf(MARK, at + LENGTH)) {
      work.accept(idAt(body, at));
    }
  }

  private static String idAt(String body, int at) {
    var id = at + MARK.length() + 1;
    return body.substring(id, id + ID);
  }

  /** Whether anything of a natural person is kept of a record, in whichever version. */
  public boolean any(Handle handle, UUID record) {
    return handle
        .createQuery("SELECT 1 FROM natural_person WHERE record = :record LIMIT 1")
        .bind("record", record)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Forgets all that is kept of a record's persons. */
  public void forget(Handle handle, Row row) {
    handle.execute("DELETE FROM natural_person WHERE record = ?", row.id());
  }

  /** By what all of a record's persons are recognised. */
  public Traces traces(Handle handle, RecordType type, Row row) {
    return known(handle, row).keySet().stream()
        .map(it -> traces(type.persons(), Json.parse(it)))
        .reduce(Traces.NONE, Traces::and);
  }

  /** By what the persons in a content are recognised. */
  static Traces traces(RecordType type, JsonNode content) {
    return type.persons().at(content).stream()
        .map(content::at)
        .filter(it -> !it.isMissingNode())
        .map(it -> traces(type.persons(), it))
        .reduce(Traces.NONE, Traces::and);
  }

  private static Traces traces(Personal personal, JsonNode apart) {
    return new Traces(personal.names(apart), personal.numbers(apart));
  }

  private static Map<String, UUID> known(Handle handle, Row row) {
    var known = new HashMap<String, UUID>();
    handle
        .createQuery("SELECT content, id FROM natural_person WHERE record = :record")
        .bind("record", row.id())
        .map((rs, ctx) -> Map.entry(rs.getString(1), UUID.fromString(rs.getString(2))))
        .forEach(it -> known.put(it.getKey(), it.getValue()));
    return known;
  }

  private static UUID add(Handle handle, Row row, String content) {
    var id = UUID.randomUUID();
    handle.execute(
        "INSERT INTO natural_person (id, record, content) VALUES (?, ?, ?)", id, row.id(), content);
    return id;
  }

  private static void replace(ObjectNode document, JsonPointer at, ObjectNode by) {
    switch (document.at(at.head())) {
      case ObjectNode object -> object.set(at.last().getMatchingProperty(), by);
      case ArrayNode array -> array.set(at.last().getMatchingIndex(), by);
      default -> throw new IllegalStateException("nothing at " + at);
    }
  }
}
