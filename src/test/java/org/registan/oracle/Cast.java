package org.registan.oracle;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who plays in random worlds.
 *
 * @param owners the states that post denials
 * @param others whoever else takes part from the beginning, states or organisations
 * @param newcomers states that may enter later
 */
record Cast(List<String> owners, List<Member> others, List<String> newcomers) {

  /** The participants that tests and demo know, and a state that may join. */
  static final Cast USUAL =
      new Cast(
          List.of("PAK", "KAZ", "UZB"),
          List.of(new Member("UN1540", false, Set.of())),
          List.of("NPL"));

  /** Everybody that a policy, group or list may name. */
  List<String> named() {
    return Stream.of(owners, others.stream().map(Member::code).toList(), newcomers)
        .flatMap(List::stream)
        .toList();
  }

  List<String> namedBut(String owner) {
    return named().stream().filter(each -> !each.equals(owner)).toList();
  }

  /** The states among the owners and newcomers. */
  List<String> states() {
    return Stream.of(owners, newcomers).flatMap(List::stream).toList();
  }

  /** Destinations and countries of parties: few, so that conditions meet them. */
  List<String> countriesBut(String owner) {
    return Stream.of(owners, newcomers, Codes.ELSEWHERE)
        .flatMap(List::stream)
        .filter(each -> !each.equals(owner))
        .toList();
  }
}
