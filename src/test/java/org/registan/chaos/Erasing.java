package org.registan.chaos;

import java.util.Set;
import org.registan.chaos.Known.Own;
import org.registan.kernel.Json;

/** A state erases the natural persons of a record, now and then while an amendment waits. */
final class Erasing extends Doings {
  private final Acts acts;

  Erasing(Acts acts) {
    super(acts);
    this.acts = acts;
  }

  void erase(Own record) {
    if (record.isInForce() && chance.nextInt(3) == 0) {
      eraseBesideAnAmendment(record);
    } else if (acts.carryOut(record, "erase-persons")) {
      known.erased(record.id(), Set.of());
    }
  }

  /** What waited names more persons; it is refused, and keeps none of them. */
  private void eraseBesideAnAmendment(Own record) {
    var content = contents.denialOfAPerson();
    var amendment = Json.object().put("reason", "Corrected for " + record.persons());
    amendment.set("content", content);
    var match = match(record);
    var path = record.path() + "/amend";
    var waiting = approvals.propose("officer", path, match, amendment.toString());
    if (acts.carryOut(record, "erase-persons")) {
      known.erased(record.id(), Contents.persons(content));
      findings.same(false, approvals.approve(waiting), "%s approved after its erasure", path);
    }
    approvals.discard(waiting);
    done("erase beside an amendment");
  }
}
