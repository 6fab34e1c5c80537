package org.registan.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.registan.oracle.Notice.Status;

/**
 * What a view of a denial must and must not contain: {@code exact} in just this form, {@code given}
 * with values that the platform chooses, {@code perhaps} in this form or absent, and nothing else.
 */
record Expected(ObjectNode exact, Set<String> given, ObjectNode perhaps) {

  /** What acts say beside their date. */
  private static final List<String> ACTS =
      List.of("renewal", "suspension", "finalAssessment", "revocation", "withdrawal");

  static Expected view(Notice notice, Level level) {
    if (!level.reads()) {
      throw new IllegalArgumentException("nothing is shown at " + level);
    }
    boolean own = level == Level.OWNER;
    boolean left = notice.status() == Status.ISSUED_IN_ERROR && !own;
    ObjectNode exact =
        left ? Layers.leftOfAnError(notice.draft()) : Layers.content(notice.draft(), level);
    exact.put("owner", notice.owner());
    exact.put("disclosure", level.name());
    exact.put("status", notice.status().name());
    notice.life().properties().stream()
        .filter(act -> ACTS.contains(act.getKey()))
        .filter(act -> !left || act.getKey().equals("withdrawal"))
        .forEach(act -> exact.set(act.getKey(), act.getValue()));
    var given = new TreeSet<>(Set.of("id", "reference", "version", "updatedAt"));
    if (notice.released()) {
      given.add("notificationDate");
    }
    if (notice.released() && !left) {
      given.add(notice.due());
    }
    return new Expected(exact, given, perhaps(notice, own, left)).with(notice, own);
  }

  private static ObjectNode perhaps(Notice notice, boolean own, boolean left) {
    ObjectNode perhaps = Json.empty();
    if (!left && !notice.draft().has("underAppeal")) {
      perhaps.put("underAppeal", false);
    }
    if (!left && notice.draft().has("parties") && !notice.draft().has("partiesUnknown")) {
      perhaps.put("partiesUnknown", false);
    }
    if (own && !notice.held()) {
      perhaps.put("held", false);
    }
    return perhaps;
  }

  private Expected with(Notice notice, boolean own) {
    if (own) {
      given.add("agency");
      if (Erased.isOf(notice)) {
        given.add("personsErased");
      }
      if (notice.held()) {
        exact.put("held", true);
      }
    }
    return this;
  }

  /** Everything in which a view differs from what it must be. */
  List<String> faults(JsonNode view) {
    var faults = new ArrayList<String>();
    ObjectNode comparable = view.deepCopy();
    for (String act : ACTS) {
      if (comparable.path(act) instanceof ObjectNode said && said.remove("date") == null) {
        faults.add(act + "/date is missing");
      }
    }
    Erased.unify(comparable);
    exact.properties().forEach(each -> compare(each.getKey(), each.getValue(), comparable, faults));
    given.stream()
        .filter(each -> !view.has(each))
        .map(each -> each + " is missing")
        .forEach(faults::add);
    comparable
        .properties()
        .forEach(each -> {
          String name = each.getKey();
          boolean allowed =
              exact.has(name)
                  || given.contains(name)
                  || Objects.equals(perhaps.get(name), each.getValue());
          if (!allowed) {
            faults.add(name + " must be absent");
          }
        });
    return faults;
  }

  private static void compare(String name, JsonNode wanted, JsonNode view, List<String> faults) {
    if (!view.has(name)) {
      faults.add(name + " is missing");
    } else if (!wanted.equals(view.get(name))) {
      faults.add(name + " must be " + wanted + " but is " + view.get(name));
    }
  }

  /** Whether a reader at this level could tell the two apart by their content. */
  static boolean differ(Notice one, Notice other, Level level) {
    Expected before = view(one, level);
    Expected after = view(other, level);
    return !before.exact.equals(after.exact) || !before.given.equals(after.given);
  }
}
