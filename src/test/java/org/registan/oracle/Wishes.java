package org.registan.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.registan.oracle.Notice.Status;

/** Random wishes: every act that this platform knows, on whatever the world then holds. */
final class Wishes {

  private static final Predicate<Notice> IN_FORCE = each -> each.status() == Status.IN_FORCE;
  private static final Interpreter ORACLE = new Oracle();
  private static final List<String> CORRECTIONS = List.of("Wrong file", "Не та заявка");

  private final Cast cast;
  private final Arbitrary<Instant> ends;

  /**
   * @param ends when one-offs end
   */
  Wishes(Cast cast, Arbitrary<Instant> ends) {
    this.cast = cast;
    this.ends = ends;
  }

  Arbitrary<Wish> any() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, drafted()),
        Tuple.of(2, imported()),
        Tuple.of(6, onOne(each -> !each.released(), Act.Notify::new)),
        Tuple.of(5, amended()),
        Tuple.of(2, renewed()),
        Tuple.of(2, suspended()),
        Tuple.of(3, assessed()),
        Tuple.of(2, lapsed()),
        Tuple.of(2, owners(it -> new Act.Term(it, true), (world, it) -> !reviews(world, it))),
        Tuple.of(2, owners(it -> new Act.Term(it, false), Wishes::reviews)),
        Tuple.of(3, revoked()),
        Tuple.of(2, withdrawn()),
        Tuple.of(3, onOne(each -> each.released() && Erased.holdsPersons(each), Act.Erase::new)),
        Tuple.of(3, onOne(each -> each.ended() && Erased.holdsPersons(each), Act.Retire::new)),
        Tuple.of(2, onOne(each -> each.released() && !each.held(), Act.Hold::new)),
        Tuple.of(5, onOne(Notice::held, Act.Lift::new)),
        Tuple.of(3, challenged()),
        Tuple.of(5, adopted()),
        Tuple.of(3, regrouped()),
        Tuple.of(4, released()),
        Tuple.of(2, oneOffEnded()),
        Tuple.of(1, owners(Act.Stop::new, (world, owner) -> !world.stopped().contains(owner))),
        Tuple.of(8, owners(Act.Restart::new, (world, owner) -> world.stopped().contains(owner))),
        Tuple.of(2, entered()));
  }

  Arbitrary<Wish> drafted() {
    return Arbitraries.of(cast.owners()).flatMap(this::drafted);
  }

  Arbitrary<Wish> drafted(String owner) {
    return Drafts.of(cast, owner)
        .map(draft ->
            world -> Optional.of(new Act.Draft("d" + world.notices().size(), owner, draft)));
  }

  /** Under a name of its own, as a file's line has; links lead to nothing in an empty exchange. */
  private Arbitrary<Wish> imported() {
    return Arbitraries.of(cast.owners())
        .flatMap(owner ->
            Drafts.of(cast, owner)
                .map(draft ->
                    world -> {
                      String name = "d" + world.notices().size();
                      ObjectNode content = draft.deepCopy().put("nationalReference", name);
                      content.remove("relatedDenials");
                      return Optional.of(new Act.Import(name, owner, content));
                    }));
  }

  Arbitrary<Wish> adopted() {
    return Arbitraries.of(cast.owners()).flatMap(this::adopted);
  }

  Arbitrary<Wish> adopted(String owner) {
    return Policies.of(cast, owner)
        .map(policy -> world -> Optional.of(new Act.Adopt(owner, Policies.among(world, policy))));
  }

  private Arbitrary<Wish> regrouped() {
    return Arbitraries.of(cast.owners())
        .flatMap(owner ->
            Combinators.combine(
                    Arbitraries.of(Policies.GROUPS), Json.subset(cast.namedBut(owner), 0, 3))
                .as((group, members) -> world -> regroup(world, owner, group, members)));
  }

  private static Optional<Act> regroup(
      World world, String owner, String group, Collection<String> members) {
    var known = world.members().stream().map(Member::code).toList();
    return world.inForce(owner).isPresent()
        ? Optional.of(
            new Act.Regroup(owner, group, members.stream().filter(known::contains).toList()))
        : Optional.empty();
  }

  static Arbitrary<Wish> onOne(Predicate<Notice> which, Function<String, Act> act) {
    return Arbitraries.integers()
        .map(number -> world -> one(world, number, which).map(Notice::name).map(act));
  }

  static Optional<Notice> one(World world, int number, Predicate<Notice> which) {
    return Wish.pick(number, world.notices().stream().filter(which).toList());
  }

  private Arbitrary<Wish> amended() {
    return Combinators.combine(
            Arbitraries.of(cast.owners()).flatMap(this::rewritten), Arbitraries.integers())
        .as((amendment, number) ->
            world -> one(world, number, IN_FORCE.and(amendment::fits)).flatMap(amendment::of));
  }

  private Arbitrary<Amendment> rewritten(String owner) {
    return Combinators.combine(Drafts.of(cast, owner), Arbitraries.of(Amendment.Part.class))
        .as((content, part) -> new Amendment(owner, content, part));
  }

  private static Arbitrary<Wish> revoked() {
    return Combinators.combine(Arbitraries.of(Codes.REVOKE_REASONS), Arbitraries.integers())
        .as((reason, number) ->
            world ->
                one(world, number, IN_FORCE)
                    .map(each -> new Act.Revoke(each.name(), reason, textOf(reason))));
  }

  private static Arbitrary<Wish> renewed() {
    return Arbitraries.of("", "The grounds hold")
        .flatMap(text -> onOne(IN_FORCE, record -> new Act.Renew(record, text)));
  }

  private static Arbitrary<Wish> suspended() {
    return onOne(
        IN_FORCE.and(each -> !each.isSuspended()),
        record -> new Act.Suspend(record, "Stayed by a court"));
  }

  private static Arbitrary<Wish> assessed() {
    return Arbitraries.of("CONFIRMED", "CONFIRMED_IN_PART", "LIFTED")
        .flatMap(outcome ->
            onOne(
                IN_FORCE.and(Notice::isSuspended),
                record ->
                    new Act.Assess(
                        record,
                        outcome,
                        outcome.equals("CONFIRMED_IN_PART") ? "But for spares" : "")));
  }

  private static Arbitrary<Wish> lapsed() {
    return Arbitraries.integers()
        .map(number ->
            world ->
                one(world, number, each -> mayHaveLapsed(each) && !reviews(world, each.owner()))
                    .map(each -> new Act.Lapse(each.name())));
  }

  private static boolean reviews(World world, String owner) {
    return world.reviewing().contains(owner);
  }

  /** What was decided more than a term ago. */
  private static boolean mayHaveLapsed(Notice notice) {
    return !notice.released() && notice.draft().path("decisionDate").asText().compareTo("2022") < 0;
  }

  private static String textOf(String reason) {
    return reason.equals("OTHER") ? "The law has changed" : "";
  }

  private static Arbitrary<Wish> withdrawn() {
    return Combinators.combine(Arbitraries.of(CORRECTIONS), Arbitraries.integers())
        .as((text, number) ->
            world ->
                one(world, number, IN_FORCE.or(each -> each.status() == Status.LAPSED))
                    .map(each -> new Act.WithdrawInError(each.name(), text)));
  }

  private Arbitrary<Wish> challenged() {
    return Combinators.combine(Arbitraries.of(cast.owners()), Arbitraries.integers())
        .as((challenger, number) ->
            world ->
                one(world, number, each -> mayChallenge(world, each, challenger))
                    .map(each -> new Act.Challenge(each.name(), challenger)));
  }

  private static boolean mayChallenge(World world, Notice notice, String challenger) {
    return notice.released()
        && notice.status() != Status.ISSUED_IN_ERROR
        && !notice.owner().equals(challenger)
        && world.level(ORACLE, notice.name(), challenger, Instant.now()).reads();
  }

  private Arbitrary<Wish> released() {
    return Combinators.combine(
            Arbitraries.of(cast.named()),
            Arbitraries.of(Level.CORE, Level.DETAIL),
            ends,
            Arbitraries.integers())
        .as((recipient, level, end, number) ->
            world ->
                one(world, number, each -> mayRelease(world, each, recipient))
                    .map(each -> new OneOff(each.name(), recipient, level, end))
                    .map(Act.Release::new));
  }

  private static boolean mayRelease(World world, Notice notice, String recipient) {
    return notice.released()
        && !notice.owner().equals(recipient)
        && world.members().stream().anyMatch(each -> each.code().equals(recipient));
  }

  private static Arbitrary<Wish> oneOffEnded() {
    return Arbitraries.integers()
        .map(number -> world -> Wish.pick(number, world.oneOffs()).map(Act.EndOneOff::new));
  }

  private Arbitrary<Wish> owners(Function<String, Act> act, BiPredicate<World, String> possible) {
    return Arbitraries.of(cast.owners())
        .map(owner ->
            world ->
                possible.test(world, owner) ? Optional.of(act.apply(owner)) : Optional.empty());
  }

  private Arbitrary<Wish> entered() {
    return Arbitraries.of(cast.states())
        .flatMap(Wishes::state)
        .map(member -> _ -> Optional.of(new Act.Enter(member)));
  }

  /** A state that takes part in some regimes and adheres to some. */
  static Arbitrary<Member> state(String code) {
    return Combinators.combine(regimes(), regimes())
        .as((regimes, more) -> {
          var adherences = new TreeSet<>(regimes);
          adherences.addAll(more);
          return new Member(code, true, regimes, adherences);
        });
  }

  private static Arbitrary<Set<String>> regimes() {
    return Json.subset(Codes.REGIMES, 0, 2).map(Set::copyOf);
  }
}
