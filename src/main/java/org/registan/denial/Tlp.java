package org.registan.denial;

import java.util.List;

/** The labels of TLP 2.0 (FIRST), from mild to strict. */
final class Tlp {

  static final String RED = "RED";

  private static final List<String> RISING =
      List.of("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", RED);

  private Tlp() {}

  static boolean isStricter(String label, String than) {
    return RISING.indexOf(label) > RISING.indexOf(than);
  }
}
