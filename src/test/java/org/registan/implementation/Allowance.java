package org.registan.implementation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.registan.kernel.Json;
import org.registan.oracle.Level;

/**
 * A rule of a random policy, and a reading of it that has nothing of the judge's.
 *
 * @param to whom it names; nobody: every state
 * @param when the attribute that it asks for; empty: none
 * @param is whether the attribute has to have the value, or another
 */
record Allowance(
    String effect, Level level, Set<String> to, String when, boolean is, String value) {

  private static final int MOST = 4;

  static Arbitrary<List<Allowance>> policies() {
    return any().list().ofMinSize(1).ofMaxSize(MOST);
  }

  private static Arbitrary<Allowance> any() {
    var conditions =
        Arbitraries.of(
            Tuple.of("", ""),
            Tuple.of("published", "YES"),
            Tuple.of("published", "NO"),
            Tuple.of("label", "GREEN"));
    return Combinators.combine(
            Arbitraries.of("PERMIT", "PERMIT", "PERMIT", "PERMIT", "LIMIT", "FORBID"),
            Arbitraries.of(Level.CONTACT, Level.CORE, Level.DETAIL, Level.DETAIL),
            Arbitraries.of("PAK", "KAZ", "UZB", FinalityWorld.COMMITTEE).set().ofMaxSize(2),
            conditions,
            Arbitraries.of(true, true, false))
        .as((effect, level, to, when, is) ->
            new Allowance(effect, level, to, when.get1(), is, when.get2()));
  }

  /** What they let a reader have of a paper, whatever else holds. */
  static Level level(List<Allowance> policy, Paper paper, String reader) {
    var permitted = Level.NONE;
    var limit = Level.DETAIL;
    for (var rule : policy.stream().filter(it -> it.matches(paper, reader)).toList()) {
      if (rule.effect.equals("PERMIT")) {
        permitted = Collections.max(List.of(permitted, rule.level));
      } else if (rule.effect.equals("LIMIT")) {
        limit = Collections.min(List.of(limit, rule.limit()));
      }
    }
    return Collections.min(List.of(permitted, limit));
  }

  static boolean forbids(List<Allowance> policy, Paper paper, String reader) {
    return policy.stream().anyMatch(it -> it.effect.equals("FORBID") && it.matches(paper, reader));
  }

  private boolean matches(Paper paper, String reader) {
    var meant = to.isEmpty() ? !reader.equals(FinalityWorld.COMMITTEE) : to.contains(reader);
    return meant && (when.isEmpty() || paper.attribute(when).equals(value) == is);
  }

  /** A limit to all that there is would be none. */
  private Level limit() {
    return Collections.min(List.of(level, Level.CORE));
  }

  static String json(List<Allowance> policy) {
    var json = Json.object();
    var rules = json.putArray("rules");
    policy.forEach(it -> rules.add(it.json()));
    return Json.write(json);
  }

  private ObjectNode json() {
    var rule = Json.object().put("effect", effect);
    if (!effect.equals("FORBID")) {
      rule.put("level", (effect.equals("LIMIT") ? limit() : level).name());
    }
    var named = rule.putObject("to");
    if (to.isEmpty()) {
      named.put("everyone", true);
    } else {
      to.forEach(named.putArray("participants")::add);
    }
    if (!when.isEmpty()) {
      var condition = rule.putArray("when").addObject().put("attribute", when);
      condition.putArray(is ? "in" : "notIn").add(value);
    }
    return rule;
  }
}
