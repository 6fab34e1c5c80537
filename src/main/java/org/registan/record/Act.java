package org.registan.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Set;

/**
 * Something its owner can do with a record, by a proposal that a second person approves. Each act
 * makes a new, immutable version.
 *
 * @param from statuses in which it is possible
 * @param to the status it leads to
 * @param replacesContent the request carries a whole new content
 * @param change what it notes in the record's life
 */
public record Act(
    String name, Set<String> from, String to, boolean replacesContent, Change change) {

  public static final String HOLD = "hold";
  public static final String LIFT = "lift";
  public static final String NOTIFY = "notify";

  /** Notes an act in a record's life, which every level shows. */
  @FunctionalInterface
  public interface Change {
    void apply(ObjectNode life, JsonNode request, LocalDate today);
  }
}
