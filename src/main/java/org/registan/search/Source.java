package org.registan.search;

import java.util.List;

/** Where documents come from when an index catches up. */
public interface Source {

  /**
   * The next documents by ascending id, as many as go well into memory, all of them after one id
   * and up to another; none when there are no more.
   */
  List<Doc> next(long after, long upTo);
}
