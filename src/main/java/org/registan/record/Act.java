package org.registan.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Something its owner can do with a record, by a proposal that a second person approves. Each act
 * makes a new, immutable version.
 *
 * @param possible on which records it is possible
 * @param to the status that a request leads to
 * @param replacesContent the request carries a whole new content
 * @param change what it notes in the record's life
 */
public record Act(
    String name,
    Predicate<Row> possible,
    Function<JsonNode, String> to,
    boolean replacesContent,
    Change change) {

  public static final String HOLD = "hold";
  public static final String LIFT = "lift";
  public static final String NOTIFY = "notify";

  /** Ends sharing of what should never have been issued, but for its frame and the reason. */
  public static final String WITHDRAW = "withdraw-in-error";

  /** Erases what the record holds of natural persons, now and in every version. */
  public static final String ERASE = "erase-persons";

  /** An act that depends on the status alone, and always leads to the same. */
  public Act(String name, Set<String> from, String to, boolean replacesContent, Change change) {
    this(name, row -> from.contains(row.status()), request -> to, replacesContent, change);
  }

  /** The withdrawal, in error, of records of these statuses. */
  public static Act withdrawal(Set<String> from) {
    return new Act(WITHDRAW, from, Status.ISSUED_IN_ERROR, false, Act::withdrawn);
  }

  private static void withdrawn(ObjectNode life, JsonNode request, Moment moment) {
    life.putObject("withdrawal")
        .put("date", moment.today().toString())
        .put("reason", request.path("errorText").asText());
  }

  /** Notes an act in a record's life, which every level shows. */
  @FunctionalInterface
  public interface Change {
    void apply(ObjectNode life, JsonNode request, Moment moment);
  }
}
