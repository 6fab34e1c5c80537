package org.registan.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A content put together from rows, and where each of its parts came from.
 *
 * @param faults what the rows say against each other
 */
public record Gathered(ObjectNode content, List<Misfit> faults, Function<String, Place> origin) {

  /** A row of a file and, if it is known, the column. */
  public record Place(int row, @Nullable String column) {}

  /** Something wrong in a file. */
  public record Misfit(Place at, @Nullable String pointer, String detail) {}
}
