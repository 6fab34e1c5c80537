package org.registan.controllist;

import java.util.ArrayList;
import java.util.List;
import org.registan.web.Fault;

/** The faults found so far; after a thousand it says that there are more and takes none. */
final class Findings {

  static final int MOST = 1_000;

  private final List<Fault> faults = new ArrayList<>();
  private boolean more;

  void add(String at, String detail) {
    if (faults.size() < MOST) {
      faults.add(Fault.at(at, detail));
    } else {
      more = true;
    }
  }

  /** Whether looking on tells nothing new. */
  boolean full() {
    return more;
  }

  /** Those found; when there are more, the last says so, at what all of them are in. */
  List<Fault> all(String whole) {
    var all = new ArrayList<>(faults);
    if (more) {
      all.add(Fault.at(whole, "has more faults than the %,d told here".formatted(MOST)));
    }
    return all;
  }
}
