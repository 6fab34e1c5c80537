package org.registan.search;

/** A question that is too long. It says which bound was passed, nothing of what was asked. */
public final class Unsearchable extends RuntimeException {

  /** What is bounded. */
  public enum Bound {
    CHARACTERS(1000),
    WORDS(32);

    private final int most;

    Bound(int most) {
      this.most = most;
    }

    public int most() {
      return most;
    }
  }

  private final Bound bound;

  Unsearchable(Bound bound) {
    super("more than " + bound.most + " " + bound.name().toLowerCase(java.util.Locale.ROOT));
    this.bound = bound;
  }

  public Bound bound() {
    return bound;
  }
}
