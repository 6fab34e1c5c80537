package org.registan.search;

import java.util.List;

/**
 * A document that was found.
 *
 * @param score the sum of what its words count, by which hits are ordered, the higher first
 */
public record Hit(long id, long group, int score, String order, List<Highlight> highlights) {

  /** The place from which the next page goes on. */
  public After after() {
    return new After(score, order);
  }
}
