package org.registan.controllist;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.registan.controllist.Change.Effect;
import org.registan.controllist.Change.ParameterChange;

/** Which technical thresholds are others than before, and whether that takes in more or less. */
final class Thresholds {

  private static final Set<String> FROM_BELOW = Set.of("GE", "GT");
  private static final Set<String> FROM_ABOVE = Set.of("LE", "LT");
  private static final Set<String> STRICT = Set.of("GT", "LT");

  private Thresholds() {}

  static List<ParameterChange> between(Entry before, Entry after) {
    var old = byName(before);
    var now = byName(after);
    var names = new LinkedHashSet<>(old.keySet());
    names.addAll(now.keySet());
    return names.stream()
        .filter(it -> !Objects.equals(old.get(it), now.get(it)))
        .map(it -> new ParameterChange(it, old.get(it), now.get(it)))
        .toList();
  }

  private static Map<String, List<Entry.Parameter>> byName(Entry entry) {
    var byName = new LinkedHashMap<String, List<Entry.Parameter>>();
    entry
        .parametersOrNone()
        .forEach(it -> byName.computeIfAbsent(it.name(), x -> new ArrayList<>()).add(it));
    return byName;
  }

  /** What all of them do; nothing if they do not agree or one cannot be judged. */
  static @Nullable Effect effect(List<ParameterChange> changes) {
    var effects = new LinkedHashSet<Effect>();
    for (var change : changes) {
      var effect = effect(change.before(), change.after());
      if (effect == null) {
        return null;
      }
      effects.add(effect);
    }
    return effects.size() == 1 ? effects.getFirst() : null;
  }

  private static @Nullable Effect effect(
      @Nullable List<Entry.Parameter> before, @Nullable List<Entry.Parameter> after) {
    if (before == null || after == null || before.size() != after.size()) {
      return null;
    }
    Effect all = null;
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        var effect = effect(before.get(i), after.get(i));
        if (effect == null || (all != null && all != effect)) {
          return null;
        }
        all = effect;
      }
    }
    return all;
  }

  /** A lower limit that falls, or an upper one that rises, takes in more. */
  private static @Nullable Effect effect(Entry.Parameter before, Entry.Parameter after) {
    boolean below = FROM_BELOW.contains(before.operator()) && FROM_BELOW.contains(after.operator());
    boolean above = FROM_ABOVE.contains(before.operator()) && FROM_ABOVE.contains(after.operator());
    if (!Objects.equals(before.unit(), after.unit()) || (!below && !above)) {
      return null;
    }
    int rise = new BigDecimal(after.value()).compareTo(new BigDecimal(before.value()));
    if (rise == 0) {
      int stricter = Boolean.compare(isStrict(after), isStrict(before));
      return stricter == 0 ? null : stricter > 0 ? Effect.RELAXED : Effect.TIGHTENED;
    }
    return rise > 0 == below ? Effect.RELAXED : Effect.TIGHTENED;
  }

  private static boolean isStrict(Entry.Parameter parameter) {
    return STRICT.contains(parameter.operator());
  }
}
