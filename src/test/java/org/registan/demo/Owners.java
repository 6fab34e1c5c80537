package org.registan.demo;

import java.util.List;

/**
 * Which state issues a denial: the remainder of the licence group by three picks PAK, KAZ or UZB;
 * the next of them when that one is the destination.
 */
final class Owners {

  static final List<String> ALL = List.of("PAK", "KAZ", "UZB");

  private Owners() {}

  static String of(Refusal refusal) {
    var first = refusal.group() % ALL.size();
    var owner = ALL.get(first);
    return owner.equals(Country.named(refusal.destination()).alpha3())
        ? ALL.get((first + 1) % ALL.size())
        : owner;
  }

  /** The owner's own number of the denial; loading goes on where it was by it. */
  static String nationalReference(Refusal refusal, String owner) {
    var prefix =
        switch (owner) {
          case "PAK" -> "SECDIV/SAMPLE/";
          case "KAZ" -> "CID-SAMPLE-";
          default -> "MIIT-SAMPLE-";
        };
    return prefix + refusal.group();
  }
}
