package org.registan.database;

/** What one statement read had changed when the next of the same reading looked. */
public final class Outdated extends RuntimeException {

  public Outdated() {
    super("changed between two statements", null, false, false);
  }
}
