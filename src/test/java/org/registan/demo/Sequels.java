package org.registan.demo;

import static org.registan.demo.Sequel.Kind.AMEND;
import static org.registan.demo.Sequel.Kind.HOLD;
import static org.registan.demo.Sequel.Kind.REVOKE;
import static org.registan.demo.Sequel.Kind.WITHDRAW;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The life after notification that the demonstration shows: two holds, five amendments, five
 * revocations, two withdrawals. The last of them cannot be undone: when it stands, all was done.
 */
final class Sequels {

  private static final int EVERY = 4;

  private final List<DemoDenial> denials;
  private final List<Sequel> sequels = new ArrayList<>();

  private Sequels(List<DemoDenial> denials) {
    this.denials = denials;
  }

  static List<Sequel> of(List<DemoDenial> denials) {
    var plan = new Sequels(denials);
    plan.holdTwo();
    plan.amendFive();
    plan.revokeFive();
    plan.withdrawTwo();
    return List.copyOf(plan.sequels);
  }

  private void holdTwo() {
    add(HOLD, pick("KAZ", 3), because("The end-user's name is being checked again"));
    add(HOLD, pick("PAK", 4), because("A partner doubts that this is the right firm"));
  }

  private void amendFive() {
    var appeal = pick("PAK", 0);
    appeal.draft().put("underAppeal", true);
    amend(appeal, "The applicant has appealed");
    var concern = pick("UZB", 0);
    concern.draft().withArray("/reasonCodes").add("R33");
    amend(concern, "The end-user turned out to be one of concern");
    var alias = pick("KAZ", 0);
    alias
        .draft()
        .withArray("/parties/0/names")
        .addObject()
        .put("text", "Quiet Meridian Trading")
        .put("type", "ALIAS")
        .put("lang", "en");
    amend(alias, "A trade name of the end-user became known");
    var use = pick("KAZ", 1);
    use.draft().put("endUseClass", "UNKNOWN");
    amend(use, "The stated end use could not be confirmed");
    var network = because("Same network as another denial");
    network.set("content", pick("PAK", 1).draft());
    sequels.add(new Sequel(AMEND, pick("PAK", 1), network, List.of(pick("PAK", 5))));
  }

  private void revokeFive() {
    revoke("PAK", 2, "APPEAL_UPHELD", "Decision of the appellate body");
    revoke("KAZ", 2, "CIRCUMSTANCES_CHANGED", "New management, new assurances");
    revoke("UZB", 1, "LICENCE_GRANTED_LATER", "Licence granted for a smaller quantity");
    revoke("UZB", 2, "APPEAL_UPHELD", "Court order");
    var other = because("The consignee no longer exists").put("revokeReason", "OTHER");
    add(REVOKE, pick("PAK", 3), other.put("revokeText", "The consignee has been wound up."));
  }

  private void withdrawTwo() {
    withdraw("KAZ", 4, "Entered under the wrong file", "The application concerned another firm.");
    withdraw("UZB", 3, "Entered twice", "The same decision was notified under another number.");
  }

  private void amend(DemoDenial denial, String reason) {
    var body = because(reason);
    body.set("content", denial.draft());
    add(AMEND, denial, body);
  }

  private void revoke(String owner, int number, String code, String reason) {
    add(REVOKE, pick(owner, number), because(reason).put("revokeReason", code));
  }

  private void withdraw(String owner, int number, String reason, String errorText) {
    add(WITHDRAW, pick(owner, number), because(reason).put("errorText", errorText));
  }

  private void add(Sequel.Kind kind, DemoDenial denial, ObjectNode body) {
    sequels.add(new Sequel(kind, denial, body));
  }

  private static ObjectNode because(String reason) {
    return DemoFiles.JSON.createObjectNode().put("reason", reason);
  }

  /** One of the owner's newer denials that both partners see, as a copy. */
  private DemoDenial pick(String owner, int number) {
    var seen =
        denials.reversed().stream()
            .filter(denial -> denial.owner().equals(owner) && isSeenByAll(denial.draft()))
            .toList();
    var denial = seen.get(number * EVERY);
    return new DemoDenial(denial.group(), owner, denial.draft().deepCopy());
  }

  private static boolean isSeenByAll(ObjectNode draft) {
    var inside = Owners.ALL;
    return draft.path("controlBasis").asText().equals("LISTED")
        && draft.path("label").path("tlp").asText().equals("AMBER")
        && !draft.has("releasableTo")
        && !draft.has("regimeSourced")
        && draft.path("reasonCodes").valueStream().noneMatch(code -> code.asText().equals("R45"))
        && !inside.contains(draft.path("destination").asText())
        && draft
            .path("parties")
            .valueStream()
            .noneMatch(party -> inside.contains(party.path("country").asText()));
  }
}
