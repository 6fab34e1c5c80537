package org.registan.implementation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.registan.oracle.Level;

/**
 * What is wanted next of a random history, whatever stands in it by then.
 *
 * @param pick which paper it is done to, of those that it can be done to
 * @param reader to whom something is released by itself
 * @param named whom the record names, and with them its label
 */
record FinalityWish(
    Deed deed,
    String owner,
    Paper.Kind kind,
    int pick,
    String reader,
    Level level,
    List<String> named,
    List<Allowance> policy) {

  /** All that can be done; the last three change a state's policy, the others one record. */
  enum Deed {
    DRAFT,
    ADD,
    FILL,
    SUBMIT,
    PUBLISH,
    HOLD,
    LIFT,
    RELEASE,
    END,
    ADOPT,
    STOP,
    RESTART
  }

  /** Wishes by which both owners have policies and something sent, and so many that follow. */
  static Arbitrary<History> histories(int length) {
    var opening = new ArrayList<Arbitrary<FinalityWish>>();
    for (var owner : FinalityWorld.OWNERS) {
      for (var kind : Paper.Kind.values()) {
        Stream.of(Deed.ADOPT, Deed.DRAFT, Deed.FILL, Deed.SUBMIT, Deed.RELEASE)
            .forEach(deed -> opening.add(any().map(it -> it.as(deed, owner, kind))));
      }
    }
    return Combinators.combine(
            Combinators.combine(opening).as(it -> it), any().list().ofSize(length))
        .as(History::new);
  }

  /** What is wanted of one world. */
  record History(List<FinalityWish> opening, List<FinalityWish> wishes) {}

  private static Arbitrary<FinalityWish> any() {
    var deeds =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.of(Deed.DRAFT, Deed.ADD, Deed.FILL, Deed.SUBMIT)),
            Tuple.of(8, Arbitraries.of(Deed.PUBLISH, Deed.HOLD, Deed.LIFT)),
            Tuple.of(5, Arbitraries.of(Deed.RELEASE, Deed.END)),
            Tuple.of(7, Arbitraries.of(Deed.ADOPT, Deed.STOP, Deed.RESTART)));
    return Combinators.combine(
            deeds,
            Arbitraries.of(FinalityWorld.OWNERS),
            Arbitraries.of(Paper.Kind.class),
            Arbitraries.integers(),
            Arbitraries.of("PAK", "KAZ", "UZB", FinalityWorld.COMMITTEE, FinalityWorld.COMMITTEE),
            Arbitraries.of(Level.CORE, Level.DETAIL),
            Arbitraries.<List<String>>of(
                List.of(), List.of(), List.of("UZB"), List.of("PAK", "KAZ")),
            Allowance.policies())
        .as(FinalityWish::new);
  }

  private FinalityWish as(Deed wanted, String by, Paper.Kind of) {
    return new FinalityWish(wanted, by, of, pick, reader, level, named, policy);
  }
}
