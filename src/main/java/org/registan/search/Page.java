package org.registan.search;

import java.util.List;

/** What was found, the best first, and whether there is more after it. */
public record Page(List<Hit> hits, boolean more) {

  static final Page EMPTY = new Page(List.of(), false);
}
