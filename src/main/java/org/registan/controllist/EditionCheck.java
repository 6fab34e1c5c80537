package org.registan.controllist;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.registan.codes.CodeLists;
import org.registan.codes.CodeScheme;
import org.registan.record.Labels;
import org.registan.web.Fault;

/** What does not hold together in an edition that fits the contract, its entries apart. */
record EditionCheck(CodeLists codes, Labels labels, EditionContent edition, LocalDate today) {

  /** What its entries, or what follows it, were made by, and so stays once it is notified. */
  private static final List<String> FIXED =
      List.of(
          "/list/key",
          "/list/kind",
          "/codeScheme",
          "/codeSeparators",
          "/authenticLanguages",
          "/base");

  List<Fault> faults() {
    var faults = new ArrayList<>(labels.faults(edition.label(), edition.releasableTo(), today));
    code(faults, "control-list-kinds", edition.list().kind(), "/list/kind");
    var decisions = edition.sourceDecisions();
    for (int i = 0; decisions != null && i < decisions.size(); i++) {
      code(faults, "regimes", decisions.get(i).regime(), "/sourceDecisions/%d/regime".formatted(i));
    }
    past(faults, edition.instrument().date(), "/instrument/date");
    past(faults, edition.signedOn(), "/signedOn");
    past(faults, edition.publishedOn(), "/publishedOn");
    past(faults, edition.gazette() == null ? null : edition.gazette().date(), "/gazette/date");
    if (CodeScheme.of(edition.codeScheme(), edition.codeSeparators()).isEmpty()) {
      faults.add(Fault.at("/codeSeparators", "have a letter or a digit in them"));
    }
    effects(faults);
    return faults;
  }

  private void code(List<Fault> faults, String list, String value, String at) {
    codes.refusal(list, value, today).ifPresent(it -> faults.add(Fault.at(at, it)));
  }

  private void past(List<Fault> faults, @Nullable LocalDate day, String at) {
    if (day != null && day.isAfter(today)) {
      faults.add(Fault.at(at, "is in the future"));
    }
  }

  private void effects(List<Fault> faults) {
    var keys = new HashSet<String>();
    var effects = edition.effectsOrNone();
    for (int i = 0; i < effects.size(); i++) {
      if (!keys.add(effects.get(i).key())) {
        faults.add(Fault.at("/effects/%d/key".formatted(i), "is there twice"));
      }
    }
    if (!effects.isEmpty() && edition.base() == null) {
      faults.add(Fault.at("/effects", "are against a base, and there is none"));
    }
  }

  /** What keeps a draft from being notified. */
  static List<Fault> notification(JsonNode draft) {
    var entries = draft.path("entries");
    if (entries.isMissingNode()) {
      return List.of(Fault.at("/entries", "of the draft are missing: send them first"));
    }
    var faults = new ArrayList<Fault>();
    for (var name : List.of("codeScheme", "codeSeparators", "authenticLanguages")) {
      if (!same(draft.path(name), entries.path(name))) {
        faults.add(
            Fault.at(
                "/" + name, "of the draft was another when its entries came: send them again"));
      }
    }
    return faults;
  }

  /** What an amendment would change that stays. */
  static List<Fault> amendment(JsonNode before, JsonNode after) {
    return FIXED.stream()
        .filter(it -> !same(before.at(it), after.at(it)))
        .map(it -> Fault.at("/content" + it, "stays as it was notified"))
        .toList();
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return one.isArray() ? set(one).equals(set(other)) : one.equals(other);
  }

  private static Set<JsonNode> set(JsonNode list) {
    var set = new HashSet<JsonNode>();
    list.forEach(set::add);
    return set;
  }
}
