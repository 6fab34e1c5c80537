package org.registan.record;

import org.registan.kernel.Digest;
import org.registan.kernel.Json;

/** How long an owner's records stand once released or renewed, and what then happens. */
public record Term(int months, AtTerm atTerm) {

  /** What happens at the end of a term that nobody renewed. */
  public enum AtTerm {
    /** The record ends by itself. */
    LAPSE,
    /** It stands, and its owner is told to review it. */
    REVIEW_DUE
  }

  /** Of an owner that said nothing about it. */
  public static final Term USUAL = new Term(36, AtTerm.LAPSE);

  public String json() {
    return Json.write(this);
  }

  public String etag() {
    return "\"" + Digest.of(json()).substring(0, 22) + "\"";
  }
}
