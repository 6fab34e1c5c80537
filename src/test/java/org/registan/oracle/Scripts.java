package org.registan.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random plays of a cast. */
final class Scripts {

  private Scripts() {}

  /**
   * Plays in which each owner has a policy and notified records before anything else happens.
   *
   * @param ends when one-offs end
   * @param records how many each owner begins with
   * @param wishes how many at most follow
   */
  static Arbitrary<Script> of(Cast cast, Arbitrary<Instant> ends, int records, int wishes) {
    var wanted = new Wishes(cast, ends);
    return Combinators.combine(
            members(cast),
            opening(cast, wanted, records),
            wanted.any().list().ofMinSize(wishes / 2).ofMaxSize(wishes))
        .as(Script::new);
  }

  private static Arbitrary<List<Member>> members(Cast cast) {
    List<Arbitrary<Member>> owners = cast.owners().stream().map(Wishes::state).toList();
    return Combinators.combine(owners)
        .as(states -> Stream.concat(states.stream(), cast.others().stream()).toList());
  }

  private static Arbitrary<List<Wish>> opening(Cast cast, Wishes wanted, int records) {
    List<Arbitrary<Wish>> wishes = new ArrayList<>();
    for (String owner : cast.owners()) {
      wishes.add(
          Arbitraries.frequencyOf(Tuple.of(9, wanted.adopted(owner)), Tuple.of(1, nothing())));
      for (int i = 0; i < records; i++) {
        wishes.add(wanted.drafted(owner));
        wishes.add(Arbitraries.just(Scripts::notifyFirstDraft));
      }
    }
    return Combinators.combine(wishes).as(each -> List.copyOf(each));
  }

  private static Optional<Act> notifyFirstDraft(World world) {
    return Wishes.one(world, 0, each -> !each.released()).map(each -> new Act.Notify(each.name()));
  }

  private static Arbitrary<Wish> nothing() {
    return Arbitraries.just(_ -> Optional.empty());
  }
}
