package org.registan.controllist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.registan.controllist.Change.Effect;
import org.registan.controllist.Change.ParameterChange;

/** What a change does to control, as far as a machine may propose: never for a text alone. */
final class Proposal {

  private Proposal() {}

  /** More is controlled with an entry than without; less with a note that takes out of control. */
  static @Nullable Effect ofPresence(Entry entry, Effect ofEntry) {
    return switch (EntryType.of(entry.type()).orElse(EntryType.TEXT)) {
      case ENTRY, SUB_ITEM, DECONTROL_NOTE -> inverted(entry, ofEntry);
      default -> null;
    };
  }

  static @Nullable Effect ofThresholds(Entry entry, List<ParameterChange> changes) {
    return inverted(entry, Thresholds.effect(changes));
  }

  private static @Nullable Effect inverted(Entry entry, @Nullable Effect effect) {
    if (effect == null || !entry.type().equals(EntryType.DECONTROL_NOTE.name())) {
      return effect;
    }
    return effect == Effect.TIGHTENED ? Effect.RELAXED : Effect.TIGHTENED;
  }
}
