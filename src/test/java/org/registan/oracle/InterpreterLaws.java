package org.registan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What must be true of every reading of DESIGN 4, tried on an interpreter with random worlds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class InterpreterLaws {

  private final Interpreter interpreter;
  private final Levels levels = new Levels();
  private List<Trial> trials = List.of();

  protected InterpreterLaws(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  @BeforeAll
  void draw() {
    trials = Trials.draw(20261124);
    trials.forEach(each -> levels.count(interpreter.level(each.situation())));
  }

  /** Tries something on every situation drawn. */
  protected final void each(Consumer<Situation> check) {
    assertThat(trials).isNotEmpty();
    trials.forEach(it -> check.accept(it.situation()));
  }

  @AfterAll
  void report() {
    levels.report(getClass().getSimpleName());
  }

  @Test
  void anotherPermitNeverLowers() {
    law(each -> each.withRule(each.permit()), InterpreterLaws::notLower, true);
  }

  @Test
  void anotherLimitOrForbidNeverRaises() {
    law(each -> each.withRule(each.curb()), InterpreterLaws::notHigher, true);
  }

  @Test
  void orderAndRepetitionOfRulesDoNotMatter() {
    law(each -> each.withRules(Twists::twiceAndReversed), Level::equals, false);
  }

  @Test
  void anotherOneOffNeverLowers() {
    law(
        each -> Twists.withOneOff(each.situation(), each.situation().recipient(), 1),
        InterpreterLaws::notLower,
        true);
  }

  @Test
  void anEndedOneOffDoesNothing() {
    law(
        each -> Twists.withOneOff(each.situation(), each.situation().recipient(), 0),
        Level::equals,
        false);
  }

  @Test
  void aOneOffToAnotherDoesNothing() {
    law(each -> Twists.withOneOff(each.situation(), "XXX", 1), Level::equals, false);
  }

  @Test
  void namingFewerNeverRaises() {
    law(
        each -> Twists.releasableOnlyTo(each.situation(), List.of("KAZ")),
        InterpreterLaws::notHigher,
        true);
    law(
        each -> Twists.releasableOnlyTo(each.situation(), List.of()),
        (_, after) -> after == Level.NONE,
        true);
  }

  @Test
  void aStricterLabelNeverRaisesWhereNoRuleAsksForIt() {
    law(Twists::amberIfOpen, InterpreterLaws::notHigher, true);
  }

  @Test
  void holdStopRegimeAndLeavingEndItAll() {
    BiPredicate<Level, Level> nothing = (_, after) -> after == Level.NONE;
    law(each -> each.situation().held(true), nothing, true);
    law(each -> each.situation().stopped(Set.of(each.situation().owner())), nothing, true);
    law(each -> each.situation().participants(List.of()), nothing, true);
    law(each -> Twists.receivedFromRegime(each.situation()), nothing, true);
  }

  @Test
  void theOwnerHasEverything() {
    law(
        each -> each.situation().recipient(each.situation().owner()),
        (_, after) -> after == Level.OWNER,
        true);
  }

  @Test
  void withoutPermitsAndOneOffsThereIsNothing() {
    law(Twists::withoutPermits, (_, after) -> after == Level.NONE, true);
  }

  @Test
  void adoptingThePolicyAfreshNeverLowers() {
    law(Twists::adoptedAfresh, InterpreterLaws::notLower, true);
  }

  @Test
  void whatIsNoAttributeDoesNotMatter() {
    law(each -> each.situation().draft(Trials.sameAttributes(each)), Level::equals, false);
  }

  @Test
  void thirdPartiesDoNotMatter() {
    law(each -> Twists.withoutThirdParties(each.situation()), Level::equals, false);
  }

  @Test
  void conditionalRulesAreNoStandingOffer() {
    law(Twists::recipientsUnconditionalRules, Level::equals, false);
  }

  private static boolean notLower(Level before, Level after) {
    return after.compareTo(before) >= 0;
  }

  private static boolean notHigher(Level before, Level after) {
    return after.compareTo(before) <= 0;
  }

  /**
   * Tries a change everywhere.
   *
   * @param bites whether the change must have made a difference somewhere
   */
  private void law(
      Function<Trial, Situation> change, BiPredicate<Level, Level> holds, boolean bites) {
    int differences = 0;
    for (Trial trial : trials) {
      Situation changed = change.apply(trial);
      Level before = interpreter.level(trial.situation());
      Level after = interpreter.level(changed);
      assertThat(holds.test(before, after))
          .as("%s, then %s: %s and then %s", before, after, trial.situation(), changed)
          .isTrue();
      differences += before == after ? 0 : 1;
    }
    assertThat(differences > 0).as("made a difference").isEqualTo(bites);
  }
}
