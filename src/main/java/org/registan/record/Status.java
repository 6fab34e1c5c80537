package org.registan.record;

/** Statuses that every record type has; a type may add its own. */
public final class Status {

  /** Of the owner alone; can be changed and thrown away. */
  public static final String DRAFT = "DRAFT";

  /** Withdrawn: it should never have been issued. Recipients keep its frame and the reason. */
  public static final String ISSUED_IN_ERROR = "ISSUED_IN_ERROR";

  private Status() {}
}
