package org.registan.demo;

import java.util.Set;

/** A rating as the statistics print it: a list code, a ground for a catch-all, or an embargo. */
record Rating(String code) {

  private static final Set<String> EMBARGOES = Set.of("IRN", "PRK", "UZB", "LBY");

  /** What the control rests on, in the order in which it decides for a denial with several. */
  enum Basis {
    LISTED,
    NATIONAL_LIST,
    SANCTIONS,
    CATCH_ALL_MILITARY,
    CATCH_ALL_WMD
  }

  Basis basis() {
    return switch (code) {
      case "End Use" -> Basis.CATCH_ALL_WMD;
      case "MEND" -> Basis.CATCH_ALL_MILITARY;
      case "HR AIII", "MILTA" -> Basis.NATIONAL_LIST;
      default -> {
        if (EMBARGOES.contains(code)) {
          yield Basis.SANCTIONS;
        }
        yield code.startsWith("PL") ? Basis.NATIONAL_LIST : Basis.LISTED;
      }
    };
  }

  boolean hasListCode() {
    return basis() == Basis.LISTED || basis() == Basis.NATIONAL_LIST;
  }

  boolean isMilitary() {
    return code.startsWith("ML") || basis() == Basis.CATCH_ALL_MILITARY;
  }

  /** The list that has the code. */
  String list() {
    return switch (basis()) {
      case LISTED -> code.startsWith("ML") ? "ML" : "EU";
      case NATIONAL_LIST -> "UK-PL";
      default -> throw new IllegalStateException(code + " is not a list code");
    };
  }

  /** Product group D of the dual-use list and ML21 are software, E and ML22 technology. */
  String form() {
    return switch (code) {
      case "ML21" -> "SOFTWARE";
      case "ML22" -> "TECHNOLOGY";
      case "MILTA" -> "TECHNICAL_ASSISTANCE";
      default ->
          switch (productGroup()) {
            case 'D' -> "SOFTWARE";
            case 'E' -> "TECHNOLOGY";
            default -> "GOODS";
          };
    };
  }

  /** The product group letter of a dual-use code such as 2B350, or a blank. */
  private char productGroup() {
    return code.matches("[0-9][A-E][0-9]{3}") ? code.charAt(1) : ' ';
  }
}
