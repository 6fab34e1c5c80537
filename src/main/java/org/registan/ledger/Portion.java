package org.registan.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.result.ResultIterable;

/**
 * The first of what is found: as many as were asked for, and together no longer than a node can
 * hold for each of its callers. Only what the reader is shown has any length.
 */
public record Portion<T>(List<T> items, boolean more) {

  /** As long as one record may be; one that is longer goes alone. */
  public static final long MOST = 2_000_000;

  /** Reads no further than it holds. */
  public static <T> Portion<T> of(ResultIterable<T> found, int limit, ToLongFunction<T> length) {
    var items = new ArrayList<T>();
    var left = MOST;
    try (var rows = found.iterator()) {
      while (rows.hasNext()) {
        var next = rows.next();
        left -= length.applyAsLong(next);
        if (items.size() == limit || (left < 0 && !items.isEmpty())) {
          return new Portion<>(items, true);
        }
        items.add(next);
      }
    }
    return new Portion<>(items, false);
  }
}
