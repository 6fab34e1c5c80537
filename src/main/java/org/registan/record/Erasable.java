package org.registan.record;

import org.jdbi.v3.core.Handle;

/** A keeper of texts about records, in which natural persons may be named. */
public interface Erasable {

  /** What it keeps, as who approves an erasure reads it. */
  String kept();

  /** How many of its texts that the record's owner may see an erasure would reach. */
  int count(Handle handle, Erasure erasure);

  void erase(Handle handle, Erasure erasure);
}
