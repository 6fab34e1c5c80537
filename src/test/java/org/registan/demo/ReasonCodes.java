package org.registan.demo;

import java.util.List;
import java.util.stream.Stream;

/** From the United Kingdom's consolidated criteria to the platform's reason codes. */
final class ReasonCodes {

  private ReasonCodes() {}

  static List<String> of(Refusal refusal) {
    var criteria = refusal.criteria().stream().map(ReasonCodes::of);
    var military =
        refusal.ratings().stream()
            .anyMatch(rating -> rating.basis() == Rating.Basis.CATCH_ALL_MILITARY);
    var codes = Stream.concat(criteria, military ? Stream.of("R30") : Stream.of()).toList();
    return codes.isEmpty() ? List.of("R99") : codes;
  }

  private static String of(int criterion) {
    return switch (criterion) {
      case 1 -> "R10";
      case 2 -> "R43";
      case 3 -> "R45";
      case 4 -> "R42";
      case 5 -> "R40";
      case 6 -> "R46";
      case 7 -> "R31";
      case 8 -> "R61";
      default -> throw new IllegalStateException("no criterion " + criterion);
    };
  }
}
