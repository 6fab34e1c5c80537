package org.registan.oracle;

/** What a participant gets of a record, from nothing to everything. */
public enum Level {
  NONE,
  CONTACT,
  CORE,
  DETAIL,
  OWNER;

  Level orLess(Level other) {
    return compareTo(other) <= 0 ? this : other;
  }

  Level orMore(Level other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Whether lists, feeds and single reads answer with the record. */
  public boolean reads() {
    return compareTo(CORE) >= 0;
  }
}
