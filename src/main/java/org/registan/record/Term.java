package org.registan.record;

import org.registan.kernel.Digest;
import org.registan.kernel.Json;

/**
 * How long an owner's records stand once released or renewed, and what then happens.
 *
 * @param retentionYears for how long after its end a record keeps natural persons' data
 */
public record Term(int months, AtTerm atTerm, int retentionYears) {

  private static final int USUAL_RETENTION = 10;

  public Term {
    retentionYears = retentionYears == 0 ? USUAL_RETENTION : retentionYears;
  }

  /** What happens at the end of a term that nobody renewed. */
  public enum AtTerm {
    /** The record ends by itself. */
    LAPSE,
    /** It stands, and its owner is told to review it. */
    REVIEW_DUE
  }

  /** Of an owner that said nothing about it. */
  public static final Term USUAL = new Term(36, AtTerm.LAPSE, USUAL_RETENTION);

  /** Whether what begins now stands as long as under another, and then ends likewise. */
  public boolean lasts(Term other) {
    return months == other.months && atTerm == other.atTerm;
  }

  public String json() {
    return Json.write(this);
  }

  public String etag() {
    return "\"" + Digest.of(json()).substring(0, 22) + "\"";
  }
}
