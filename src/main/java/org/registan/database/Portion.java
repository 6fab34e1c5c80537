package org.registan.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.result.ResultIterable;

/**
 * As much of what is found as one answer holds: so many, and of long texts fewer, so that no page
 * of the longest records fills the memory. The first always fits.
 *
 * @param more whether something follows
 */
public record Portion<T>(List<T> items, boolean more) {

  /** Characters of texts in one answer; two hundred denials of the usual length have half. */
  static final long LENGTH = 4_000_000;

  /** Rows that are taken from the wire ahead of the one that is looked at; each may be long. */
  public static final int AHEAD = 2;

  /** The first of what is found, which is not read further than that. */
  public static <T> Portion<T> of(ResultIterable<T> found, int limit, ToLongFunction<T> length) {
    var items = new ArrayList<T>();
    long sum = 0;
    try (var rows = found.iterator()) {
      while (rows.hasNext()) {
        var next = rows.next();
        sum += length.applyAsLong(next);
        if (items.size() == limit || (sum > LENGTH && !items.isEmpty())) {
          return new Portion<>(items, true);
        }
        items.add(next);
      }
    }
    return new Portion<>(items, false);
  }
}
