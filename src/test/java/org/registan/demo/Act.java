package org.registan.demo;

import java.util.List;

/** What the state did (A10 of the domain): mostly it refused an export licence. */
record Act(String denialKind, String authorisationType) {

  static Act of(Refusal refusal, String owner) {
    var chance = new Chance("act/" + refusal.group());
    if (refusal.ratings().stream().anyMatch(rating -> isKnowledge(rating.form()))
        && chance.percent(30)) {
      return new Act("TECHNICAL_ASSISTANCE_REFUSAL", "TECHNICAL_ASSISTANCE");
    }
    var draw = chance.below(100);
    if (draw >= 97) {
      return new Act("TRANSIT_PROHIBITION", "TRANSIT");
    }
    if (draw >= 95) {
      return new Act("BROKERING_REFUSAL", "BROKERING");
    }
    return new Act(
        draw < 84
            ? "REFUSAL"
            : chance.of(
                List.of(
                    "REVOCATION_OF_LICENCE",
                    "ANNULMENT",
                    "SUSPENSION",
                    "SUBSTANTIAL_LIMITATION",
                    "DETERMINATION_NOT_TO_AUTHORISE",
                    "INFORMAL_NEGATIVE_ADVICE")),
        owner.equals("PAK") && chance.percent(20) ? "NOC" : "EXPORT_LICENCE");
  }

  private static boolean isKnowledge(String form) {
    return form.equals("TECHNOLOGY") || form.equals("TECHNICAL_ASSISTANCE");
  }
}
