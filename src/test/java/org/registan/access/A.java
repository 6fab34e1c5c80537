package org.registan.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Level;

/** What the tests of the judge are about: a plain record, a plain state, and rules about them. */
final class A {

  static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  static final Recipient KAZ = state("KAZ");
  static final Recipient UN1540 =
      new Recipient("UN1540", false, false, Set.of(), Set.of(), Level.NONE);

  private A() {}

  static Recipient state(String code, String... regimes) {
    return new Recipient(code, true, true, Set.of(regimes), Set.of(regimes), Level.NONE);
  }

  /** A state that adheres to these regimes and takes part in none. */
  static Recipient adherent(String code, String... regimes) {
    return new Recipient(code, true, true, Set.of(), Set.of(regimes), Level.NONE);
  }

  static Recipient offering(Level offer) {
    return new Recipient("KAZ", true, true, Set.of(), Set.of(), offer);
  }

  static Subject record(Map<String, Set<String>> attributes) {
    return new Subject(attributes, "GREEN", null, false);
  }

  static Subject labelled(String tlp, @Nullable Set<String> releasableTo) {
    return new Subject(Map.of(), tlp, releasableTo, false);
  }

  static Audience named(String... participants) {
    return new Audience(List.of(participants), null, null);
  }

  static Audience everyone() {
    return new Audience(null, null, true);
  }

  static Condition in(String attribute, String... values) {
    return new Condition(attribute, null, List.of(values), null, null, null);
  }

  static Condition notIn(String attribute, String... values) {
    return new Condition(attribute, null, null, List.of(values), null, null);
  }

  static Condition isRecipient(boolean is) {
    return new Condition("destination", null, null, null, is, null);
  }

  static Condition reciprocity(Level level) {
    return new Condition(null, null, null, null, null, level);
  }

  static Rule permit(Level level, Audience to, Condition... when) {
    return new Rule(Effect.PERMIT, level, to, List.of(when), null);
  }

  static Rule limit(Level level, Audience to, Condition... when) {
    return new Rule(Effect.LIMIT, level, to, List.of(when), null);
  }

  static Rule forbid(Audience to, Condition... when) {
    return new Rule(Effect.FORBID, null, to, List.of(when), null);
  }

  static Policy policy(Rule... rules) {
    return new Policy(null, List.of(rules));
  }
}
