package org.registan.record;

import java.util.List;

/** The labels of TLP 2.0 (FIRST), from mild to strict. */
public final class Tlp {

  public static final String RED = "RED";

  private static final List<String> RISING =
      List.of("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", RED);

  private Tlp() {}

  /** Whether a label keeps more to fewer than another. */
  public static boolean isStricter(String label, String than) {
    return RISING.indexOf(label) > RISING.indexOf(than);
  }
}
