package org.registan.record;

/**
 * A relation to another record, by its reference.
 *
 * @param ownReleased whether the other must be one of the same owner that it has released
 */
public record LinkTo(String relation, String reference, String pointer, boolean ownReleased) {

  /** To any record that its drafter sees. */
  public LinkTo(String relation, String reference, String pointer) {
    this(relation, reference, pointer, false);
  }
}
