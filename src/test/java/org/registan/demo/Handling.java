package org.registan.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Who may have a denial, beyond the policy: label, named recipients, and the regime block. */
final class Handling {

  private Handling() {}

  static void addTo(ObjectNode draft, Refusal refusal, String owner) {
    var chance = new Chance("handling/" + refusal.group());
    var label = label(chance.below(100));
    draft.putObject("label").put("tlp", label);
    draft.putArray("caveats").add(DemoDenials.CAVEAT);
    var partner = chance.of(Owners.ALL.stream().filter(other -> !other.equals(owner)).toList());
    if (label.equals("RED") || chance.percent(2)) {
      draft.putArray("releasableTo").add(partner);
    }
    if (owner.equals("KAZ") && refusal.ratings().stream().anyMatch(Handling::isNuclear)) {
      if (chance.percent(50)) {
        draft.put("regimeSourced", "NSG");
      } else {
        draft
            .putArray("regimeReferences")
            .addObject()
            .put("regime", "NSG")
            .put("reference", "SAMPLE-" + refusal.group());
      }
    }
  }

  private static String label(int draw) {
    if (draw < 75) {
      return "AMBER";
    }
    if (draw < 86) {
      return "GREEN";
    }
    if (draw < 94) {
      return "AMBER+STRICT";
    }
    return draw < 97 ? "RED" : "CLEAR";
  }

  /** Category 0 and the 2xx series of the dual-use list come from the Nuclear Suppliers Group. */
  private static boolean isNuclear(Rating rating) {
    return rating.code().matches("0[A-E][0-9]{3}|[1-9][A-E]2[0-9]{2}");
  }
}
