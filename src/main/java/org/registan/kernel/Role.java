package org.registan.kernel;

/** What a caller may do for its participant, as the participant's own provider says (DESIGN 8). */
public final class Role {

  public static final String OFFICER = "officer";
  public static final String RELEASER = "releaser";
  public static final String STATE_ADMIN = "state-admin";
  public static final String AUDITOR = "auditor";
  public static final String EXPERT = "expert";
  public static final String COMMITTEE = "committee";
  public static final String SECRETARIAT = "secretariat";
  public static final String OPERATOR = "operator";
  public static final String MACHINE_READ = "machine-read";
  public static final String MACHINE_SUBMIT = "machine-submit";

  /** Whoever was admitted with at least one of the roles above; nobody can be given it. */
  public static final String ANY = "any";

  private Role() {}
}
