package org.registan.kernel;

/**
 * How much of a record a participant sees; later is more. {@link #CORE} and {@link #DETAIL} are
 * layers of fields, {@link #OWNER} adds the national-only fields (DESIGN 3).
 */
public enum Level {
  NONE(0),
  CONTACT(1),
  CORE(2),
  DETAIL(3),
  OWNER(4);

  private final int code;

  Level(int code) {
    this.code = code;
  }

  /** How it is stored. */
  public int code() {
    return code;
  }

  /** The lower of the two. */
  public Level min(Level other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The higher of the two. */
  public Level max(Level other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Whether lists, feeds and reads show a record at this level. */
  public boolean isReadable() {
    return compareTo(CORE) >= 0;
  }

  public boolean isAtLeast(Level other) {
    return compareTo(other) >= 0;
  }

  /** The level stored as {@code code}. */
  public static Level of(int code) {
    for (var level : values()) {
      if (level.code == code) {
        return level;
      }
    }
    throw new IllegalArgumentException("no level " + code);
  }
}
