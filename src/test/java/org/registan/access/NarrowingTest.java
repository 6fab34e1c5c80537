package org.registan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.access.A.named;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.registan.kernel.Level;

/** A change of a group that is said to narrow gives nobody more, of any record. */
class NarrowingTest {

  private static final List<String> STATES = List.of("KAZ", "UZB", "KGZ");
  private static final List<String> NAMES = List.of("partners", "others");
  private static final int CASES = 20_000;

  private final Random random = new Random(1540);

  @Test
  void nobodyGetsMoreByWhatOnlyNarrows() {
    int narrowing = 0;
    int changed = 0;
    for (int i = 0; i < CASES; i++) {
      var before = new Policy(Map.of("partners", states(), "others", states()), rules());
      var members = states();
      var after = before.regrouped("partners", members);
      if (before.onlyNarrows("partners", members)) {
        narrowing++;
        for (var state : STATES) {
          assertThat(level(after, state))
              .as("%s, %s", before, members)
              .isLessThanOrEqualTo(level(before, state));
          changed += level(after, state) == level(before, state) ? 0 : 1;
        }
      }
    }
    assertThat(narrowing).isBetween(CASES / 10, CASES * 9 / 10);
    assertThat(changed).isGreaterThan(CASES / 100);
  }

  @Test
  void joiningWhatPermitsAndLeavingWhatForbidsWiden() {
    var permit = A.permit(Level.CORE, group("partners"));
    var forbid = A.forbid(group("partners"));
    var members = List.of("KAZ", "UZB");

    assertThat(policy(permit, List.of("KAZ")).onlyNarrows("partners", members)).isFalse();
    assertThat(policy(permit, members).onlyNarrows("partners", List.of("KAZ"))).isTrue();
    assertThat(policy(forbid, List.of("KAZ")).onlyNarrows("partners", members)).isTrue();
    assertThat(policy(forbid, members).onlyNarrows("partners", List.of("KAZ"))).isFalse();
  }

  private static Policy policy(Rule rule, List<String> partners) {
    return new Policy(Map.of("partners", partners), List.of(rule));
  }

  private static Level level(Policy policy, String state) {
    var to = A.state(state);
    return Judge.judge(
            new Judge.Case(policy, false, A.record(Map.of()), false, to, to, List.of(), A.NOW))
        .level();
  }

  private List<String> states() {
    return STATES.stream().filter(it -> random.nextBoolean()).toList();
  }

  private List<Rule> rules() {
    var all = new ArrayList<Rule>();
    IntStream.rangeClosed(0, random.nextInt(3)).forEach(i -> all.add(rule()));
    return all;
  }

  private Rule rule() {
    var effect = List.of(Effect.PERMIT, Effect.LIMIT, Effect.FORBID).get(random.nextInt(3));
    var to =
        switch (random.nextInt(3)) {
          case 0 -> A.everyone();
          case 1 -> named(STATES.get(random.nextInt(3)));
          default -> group(name());
        };
    var when = Stream.generate(this::condition).limit(random.nextInt(2)).toList();
    return new Rule(effect, level(effect), to, when, null);
  }

  private @Nullable Level level(Effect effect) {
    return switch (effect) {
      case PERMIT -> random.nextBoolean() ? Level.CORE : Level.DETAIL;
      case LIMIT -> random.nextBoolean() ? Level.CONTACT : Level.CORE;
      case FORBID -> null;
    };
  }

  private Condition condition() {
    var of = List.of(name());
    return random.nextBoolean()
        ? new Condition(null, "group", of, null, null, null)
        : new Condition(null, "group", null, of, null, null);
  }

  private String name() {
    return NAMES.get(random.nextInt(2));
  }

  private static Audience group(String name) {
    return new Audience(null, List.of(name), null);
  }
}
