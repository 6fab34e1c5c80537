package org.registan.oracle;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A random world as a play: who takes part, and what is wanted of them one after the other.
 *
 * @param opening wishes that give everybody policies and records
 * @param wishes whatever comes then
 */
record Script(List<Member> members, List<Wish> opening, List<Wish> wishes) {

  /**
   * Plays it on a new world; the follower hears of every act just after it, with the world as it
   * then is.
   */
  World play(BiConsumer<World, Act> follower) {
    World world = new World(members);
    for (List<Wish> part : List.of(opening, wishes)) {
      for (Wish wish : part) {
        Optional<Act> act = wish.in(world);
        act.ifPresent(world::apply);
        act.ifPresent(each -> follower.accept(world, each));
      }
    }
    return world;
  }

  /** The same where others take part of whom it knows nothing. */
  Script beside(List<Member> others) {
    return new Script(Stream.concat(members.stream(), others.stream()).toList(), opening, wishes);
  }

  World play() {
    return play((_, _) -> {});
  }
}
