package org.registan.record;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.registan.database.Outdated;
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

  /** Characters of one that is long. */
  private static final int USUAL = 3_000;

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
    var ids = new LinkedHashSet<String>();
    bodies.forEach(body -> each(body, at -> ids.add(idAt(body, at))));
    if (ids.isEmpty()) {
      return bodies;
    }
    var contents = contents(handle, ids);
    if (contents.size() < ids.size()) {
      throw new Outdated();
    }
    return bodies.stream().map(body -> filled(body, contents)).toList();
  }

  /** How long a body is about once what it points to is put back. */
  public static long length(String body) {
    var length = new long[] {body.length()};
    each(body, at -> length[0] += USUAL);
    return length[0];
  }

  private static String filled(String body, Map<String, String> contents) {
    var text = new StringBuilder();
    var from = new int[1];
    each(
        body,
        at -> {
          text.append(body, from[0], at).append(contents.getOrDefault(idAt(body, at), ""));
          from[0] = at + LENGTH;
        });
    return from[0] == 0 ? body : text.append(body, from[0], body.length()).toString();
  }

  /** Where references stand; canonical JSON has quotes in texts escaped, so in no text. */
  private static void each(String body, IntConsumer work) {
    for (int at = body.indexOf(MARK); at >= 0; at = body.indexOf(MARK, at + LENGTH)) {
      work.accept(at);
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
    return traces(type, content, Traces.NONE);
  }

  /** The same, with what of those known already stands in its texts or goes by another kind. */
  static Traces traces(RecordType type, JsonNode content, Traces known) {
    var apart =
        type.persons().at(content, known::isOne).stream()
            .map(content::at)
            .filter(it -> !it.isMissingNode())
            .map(it -> traces(type.persons(), it));
    var named =
        type.persons().texts(content).stream().map(it -> known.in(content.at(it).textValue()));
    return Stream.concat(apart, named).reduce(Traces.NONE, Traces::and);
  }

  private static Traces traces(Personal personal, JsonNode apart) {
    return new Traces(personal.names(apart), personal.numbers(apart));
  }

  private static Map<String, String> contents(Handle handle, Collection<String> ids) {
    return handle
        .createQuery("SELECT id, content FROM natural_person WHERE id IN (<ids>)")
        .bindList("ids", ids)
        .map((row, ctx) -> Map.entry(row.getString(1), row.getString(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
