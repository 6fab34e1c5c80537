package org.registan.denial;

import static org.registan.denial.Denials.carriedOut;
import static org.registan.denial.Denials.draft;

/** A denial whose end-user is a natural person, as tests make it and erase the person from it. */
public final class Persons {

  static final String FIRST = "Behrouz";
  static final String LAST = "Tajbakhsh";
  static final String NAME = FIRST + " " + LAST;
  static final String PASSPORT = "ZX9081726";
  static final String STREET = "Mulberry Lane";

  private static final String REASON = "{\"reason\": \"Judgment 7/2027\"}";

  private Persons() {}

  /** The usual denial with a person in the place of the firm. */
  public static String denied(String destination) {
    return draft(destination)
        .replace("\"ORGANISATION\"", "\"PERSON\"")
        .replace("Darya Pump Works", NAME)
        .replace(
            "\"address\": {\"locality\": \"Herat\"}",
            """
            "identifiers": [{"scheme": "PASSPORT", "value": "%s"}],
            "address": {"street": "17 %s", "locality": "Herat"}
            """
                .formatted(PASSPORT, STREET));
  }

  /** Proposed by one and approved by another of its owner. */
  public static void erased(String owner, String path) {
    carriedOut(owner, path, "erase-persons", REASON);
  }

  static String because(String reason, String more) {
    return "{\"reason\": \"%s\"%s}".formatted(reason, more);
  }
}
