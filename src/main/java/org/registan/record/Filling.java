package org.registan.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.registan.database.Outdated;

/** The first of some documents while what they point to is put back, of which only so much fits. */
final class Filling {

  private final List<String> bodies;
  private final long most;
  private final Map<String, List<Integer>> places = new LinkedHashMap<>();
  private final Map<String, String> contents = new HashMap<>();
  private final long[] lengths;
  private long length;
  private int fits;

  Filling(List<String> bodies, long most) {
    this.bodies = bodies;
    this.most = most;
    this.lengths = new long[bodies.size()];
    for (fits = 0; fits < lengths.length; fits++) {
      var at = fits;
      Persons.each(
          bodies.get(at), id -> places.computeIfAbsent(id, it -> new ArrayList<>()).add(at));
      lengths[at] = Persons.lengthApart(bodies.get(at));
      length += lengths[at];
    }
    leaveWhatDoesNotFit();
  }

  /** All that is pointed to. */
  Set<String> ids() {
    return places.keySet();
  }

  /** What one of them is, in whatever order. */
  void take(String id, String content) {
    for (var place : places.getOrDefault(id, List.of())) {
      if (place < fits) {
        lengths[place] += content.length();
        length += content.length();
        contents.put(id, content);
      }
    }
    leaveWhatDoesNotFit();
  }

  private void leaveWhatDoesNotFit() {
    var before = fits;
    while (fits > 1 && length > most) {
      length -= lengths[--fits];
    }
    if (fits < before) {
      contents.keySet().removeIf(it -> places.getOrDefault(it, List.of()).getFirst() >= fits);
    }
  }

  /** Those that fit, and the first in any case, unless something was erased just now. */
  List<String> filled() {
    var wanted = places.values().stream().filter(it -> it.getFirst() < fits).count();
    if (contents.size() < wanted) {
      throw new Outdated();
    }
    return bodies.subList(0, fits).stream().map(it -> Persons.filled(it, contents)).toList();
  }
}
