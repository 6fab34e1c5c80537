package org.registan.chaos;

import java.util.Random;
import java.util.Set;
import org.registan.chaos.Known.Own;
import org.registan.kernel.Json;

/** A state erases the natural persons of a record, now and then while an amendment waits. */
final class Erasing {
  private final Acts acts;
  private final Known known;
  private final Findings findings;
  private final Random chance;
  private final Contents contents;
  private final Approvals approvals;

  Erasing(
      Acts acts,
      Known known,
      Findings findings,
      Random chance,
      Contents contents,
      Approvals approvals) {
    this.acts = acts;
    this.known = known;
    this.findings = findings;
    this.chance = chance;
    this.contents = contents;
    this.approvals = approvals;
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
    var match = Acts.match(record);
    var path = record.path() + "/amend";
    var waiting = approvals.propose("officer", path, match, amendment.toString());
    if (acts.carryOut(record, "erase-persons")) {
      known.erased(record.id(), Contents.persons(content));
      findings.same(false, approvals.approve(waiting), "%s approved after its erasure", path);
    }
    approvals.discard(waiting);
    acts.done("erase beside an amendment");
  }
}
