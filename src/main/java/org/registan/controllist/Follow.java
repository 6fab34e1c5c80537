package org.registan.controllist;

import org.jspecify.annotations.Nullable;

/** How keys and codes go along with those they begin with. */
final class Follow {

  private Follow() {}

  /** A name when what it begins with is renamed; the name itself if it begins otherwise. */
  static String on(String name, @Nullable String from, @Nullable String to) {
    return from == null || to == null || !name.startsWith(from)
        ? name
        : to + name.substring(from.length());
  }
}
