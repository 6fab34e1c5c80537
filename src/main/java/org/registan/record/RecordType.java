package org.registan.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.registan.access.Subject;
import org.registan.kernel.Actor;
import org.registan.web.Fault;
import org.registan.web.Problem;

/**
 * What one kind of record means; how records are versioned, judged, shared, listed and approved is
 * the same for all kinds. Content is JSON that fits the contract already.
 */
public interface RecordType {

  /** The kind, such as {@code denial}: in policies, feed and proposals. */
  String name();

  /** Its collection, such as {@code /v1/denials}. */
  String path();

  /** The layers of its content's fields. */
  Layers layers();

  /** Whether files are attached to it: the {@code attachments} of its content, see Attached. */
  default boolean takesAttachments() {
    return false;
  }

  /** Its table, for files of rows. */
  Layout layout();

  /** The field under which its owner knows it, if there is one. */
  default String ownName() {
    return "";
  }

  /** What its owner can do with it; the first act releases a draft. */
  List<Act> acts();

  /** What others note in it by their office, such as its publication. */
  default List<Act> noted() {
    return List.of();
  }

  /** The acts by which its owner puts a record right that was wrong. */
  default Set<String> corrections() {
    return Set.of();
  }

  /** A record as an act finds it: with what a feature keeps beside it that goes into it. */
  default Row completed(Handle handle, Act act, Row row) {
    return row;
  }

  /** What is not done yet though an act is proposed that nobody can undo, for its approver. */
  default List<JsonNode> unfinished(Handle handle, Act act, UUID record) {
    return List.of();
  }

  /** What does not hold together in a content, each fault with its pointer. */
  List<Fault> check(JsonNode content, LocalDate today);

  /**
   * What does not hold together in it with other records, as the actor sees those.
   *
   * @param before what it said when it was released, where that is put right; missing of a draft
   */
  default List<Fault> check(Handle handle, Actor actor, JsonNode content, JsonNode before) {
    return List.of();
  }

  /** What does not hold together in the request for an act on a record. */
  default List<Fault> check(Act act, Row row, JsonNode request, LocalDate today) {
    return List.of();
  }

  /** What the judge knows of it. */
  Subject subject(Row row);

  /** The attributes that conditions of its policies may name. */
  Set<String> attributes();

  /** By what lists filter it. */
  List<Key> keys(JsonNode content);

  /** The same of a whole record, its life included. */
  default List<Key> keys(Row row) {
    return keys(row.content());
  }

  /** The word for the day that lists are in order of, in filters: {@code notifiedFrom}. */
  default String dated() {
    return "notified";
  }

  /** The filters of its lists and searches, beside those that every kind has. */
  List<Filter> filters();

  /** What it holds of natural persons, which must be erasable. */
  default Personal persons() {
    return Personal.NONE;
  }

  /** The day on which a record ended, from which on its persons are kept for so many years. */
  default Optional<LocalDate> ended(Row row) {
    return Optional.empty();
  }

  /** Pointers to parts that stay with the owner though their field's layer is lower. */
  default List<String> withheld(JsonNode content) {
    return List.of();
  }

  /** Relations to other records. */
  default List<LinkTo> links(JsonNode content) {
    return List.of();
  }

  /** What each relation is called from its other end, where that end tells of it. */
  default Map<String, String> inverses() {
    return Map.of();
  }

  /** The fields that recipients still see of a record that was withdrawn in error. */
  default Set<String> frame() {
    return Set.of();
  }

  /** What is to happen to a record on days to come, if it stays as it is. */
  default List<Deadline> deadlines(Row row) {
    return List.of();
  }

  /**
   * The acts that a record's state allows; a hold, its end and erasing go beside the type's own.
   */
  default List<String> possible(Row row) {
    var acts = acts().stream().filter(it -> it.possible().test(row)).map(Act::name);
    return row.isDraft() ? acts.toList() : Stream.concat(acts, always(row)).toList();
  }

  private Stream<String> always(Row row) {
    var hold = row.held() ? Act.LIFT : Act.HOLD;
    return persons().equals(Personal.NONE) ? Stream.of(hold) : Stream.of(hold, Act.ERASE);
  }

  default void requirePossible(Row row, String act) {
    var possible = possible(row);
    var noted = noted().stream().filter(it -> it.name().equals(act));
    if (!possible.contains(act) && noted.noneMatch(it -> it.possible().test(row))) {
      throw Problem.notPossible(row.status(), possible);
    }
  }
}
