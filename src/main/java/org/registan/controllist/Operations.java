package org.registan.controllist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Json;
import org.registan.web.Fault;

/**
 * An edition made of an earlier one by the steps of an amendment, each applied to what those before
 * left. A step that cannot be done is told and left out, and then there is no edition. What comes
 * out is still to be judged by {@link EntryCheck}.
 */
final class Operations {

  private final Orchard orchard;
  private final Findings found = new Findings();
  private final Repotting repotting;

  private Operations(List<Entry> base) {
    this.orchard = new Orchard(base);
    this.repotting = new Repotting(orchard, found);
  }

  /**
   * The entries that came out; none if there are faults.
   *
   * @param faults at {@code /operations/3/key}
   */
  record Outcome(List<Entry> entries, List<Fault> faults) {}

  static Outcome apply(List<Entry> base, List<Operation> operations) {
    var amending = new Operations(base);
    for (int i = 0; i < operations.size() && !amending.found.full(); i++) {
      amending.step(operations.get(i), "/operations/" + i);
    }
    var faults = amending.found.all("/operations");
    return new Outcome(faults.isEmpty() ? amending.orchard.inOrder() : List.of(), faults);
  }

  private void step(Operation operation, String at) {
    var kind = OperationKind.of(operation.op()).orElse(null);
    if (kind == null) {
      found.add(at + "/op", "is no operation");
    } else if (isWellFormed(operation, kind, at) && isThere(operation, kind, at)) {
      apply(operation, kind, at);
    }
  }

  private boolean isWellFormed(Operation operation, OperationKind kind, String at) {
    ObjectNode members = Json.tree(operation);
    var faults = new ArrayList<String>();
    kind.required().stream()
        .filter(it -> !members.has(it))
        .sorted()
        .forEach(it -> {
          found.add(at + "/" + it, "is required of " + kind);
          faults.add(it);
        });
    members
        .fieldNames()
        .forEachRemaining(it -> {
          if (!kind.takes(it)) {
            found.add(at + "/" + it, "is no member of " + kind);
            faults.add(it);
          }
        });
    return faults.isEmpty();
  }

  private boolean isThere(Operation operation, OperationKind kind, String at) {
    var key = operation.key();
    return key == null || isThere(key, kind, at + "/key");
  }

  private boolean isThere(String key, OperationKind kind, String at) {
    var entry = orchard.find(key);
    if (entry == null) {
      found.add(at, "is not there: " + key);
    } else if (!kind.isAbout(entry.type())) {
      found.add(at, "is %s, which %s is not about: %s".formatted(entry.type(), kind, key));
    } else {
      return true;
    }
    return false;
  }

  private void apply(Operation operation, OperationKind kind, String at) {
    var key = operation.key() == null ? "" : operation.key();
    switch (kind) {
      case ADD, ADD_NOTE, ADD_DEFINITION -> add(operation, kind, at);
      case DELETE -> repotting.delete(key, at);
      case DELETE_NOTE, DELETE_DEFINITION -> orchard.remove(key);
      case AMEND_TEXT, AMEND_NOTE, AMEND_DEFINITION, AMEND_PARAMETER, AMEND_DETAILS ->
          orchard.replace(key, operation.amended(orchard.get(key)));
      case RENUMBER ->
          repotting.renumber(key, operation.code() == null ? "" : operation.code(), at);
      case MOVE -> move(key, operation, at);
      case SPLIT -> {
        if (fit(operation.into(), kind, at)) {
          repotting.split(key, intoOf(operation), at);
        }
      }
      case MERGE -> merge(operation, kind, at);
    }
  }

  private void add(Operation operation, OperationKind kind, String at) {
    var entry = operation.entry();
    if (entry == null || !fit(List.of(entry), kind, at)) {
      return;
    }
    if (orchard.has(entry.key())) {
      found.add(at + "/entry/key", "is there before: " + entry.key());
      return;
    }
    var parent = entry.parent();
    if (parent != null && !orchard.has(parent)) {
      found.add(at + "/entry/parent", "is not there: " + parent);
      return;
    }
    int place = place(operation, parent, at);
    if (place >= 0) {
      orchard.put(entry, place);
    }
  }

  private boolean fit(@Nullable List<Entry> entries, OperationKind kind, String at) {
    for (var entry : entries == null ? List.<Entry>of() : entries) {
      if (!kind.isAbout(entry.type())) {
        var where = kind == OperationKind.SPLIT || kind == OperationKind.MERGE ? "/into" : "/entry";
        found.add(
            at + where,
            "is %s, which %s is not about: %s".formatted(entry.type(), kind, entry.key()));
        return false;
      }
    }
    return true;
  }

  /** Among those under a parent; less than none if that cannot be. */
  private int place(Operation operation, @Nullable String parent, String at) {
    var after = operation.after();
    boolean first = Boolean.TRUE.equals(operation.first());
    if (after == null) {
      return first ? 0 : orchard.count(parent);
    }
    var sibling = orchard.find(after);
    if (first) {
      found.add(at + "/first", "is said besides after");
    } else if (sibling == null) {
      found.add(at + "/after", "is not there: " + after);
    } else if (!Objects.equals(sibling.parent(), parent)) {
      found.add(at + "/after", "stands under another parent: " + after);
    } else {
      return orchard.place(after) + 1;
    }
    return -1;
  }

  private void move(String key, Operation operation, String at) {
    var after = operation.after() == null ? null : orchard.find(operation.after());
    var parent = operation.parent() == null && after != null ? after.parent() : operation.parent();
    if (parent != null && !orchard.has(parent)) {
      found.add(at + "/parent", "is not there: " + parent);
    } else if (orchard.subtree(key).contains(parent) || key.equals(operation.after())) {
      found.add(at + "/parent", "is the entry itself or under it: " + key);
    } else {
      int there = place(operation, parent, at);
      if (there >= 0) {
        var entry = orchard.lift(key);
        orchard.put(entry.named(key, parent, entry.code()), place(operation, parent, at));
      }
    }
  }

  private void merge(Operation operation, OperationKind kind, String at) {
    var keys = operation.keys() == null ? List.<String>of() : operation.keys();
    boolean there = keys.size() > 1 && keys.stream().distinct().count() == keys.size();
    if (!there) {
      found.add(at + "/keys", "are not two or more, each once");
    }
    for (int i = 0; i < keys.size(); i++) {
      there &= isThere(keys.get(i), kind, at + "/keys/" + i);
    }
    if (intoOf(operation).size() != 1) {
      found.add(at + "/into", "is not one entry");
    } else if (there && fit(operation.into(), kind, at)) {
      repotting.merge(keys, intoOf(operation).getFirst(), at);
    }
  }

  private static List<Entry> intoOf(Operation operation) {
    return operation.into() == null ? List.of() : operation.into();
  }
}
