package org.registan.chaos;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.registan.chaos.Known.Own;
import org.registan.chaos.Wire.Request;

/** One state at work: every act on denials, one after the other, in random order. */
final class Writer extends Doings {
  static final List<String> STATES = List.of("PAK", "KAZ", "UZB", "KGZ");

  private static final String WHY = "{\"reason\": \"Board decision\"}";

  private final Acts acts;
  private final Erasing erasing;
  private final Policies policies;
  private final Groups groups;
  private final Registers registers;
  private final Disputes disputes;
  private final Administering administering;
  private final Reporting reporting;
  private final Publishing publishing;
  private boolean begun;

  Writer(String state, Wire wire, Findings findings, long seed) {
    super(state, wire, findings, seed);
    this.acts = new Acts(this);
    this.erasing = new Erasing(acts);
    this.policies = new Policies(this, "denial", "/v1/denials");
    this.groups = new Groups(this);
    this.disputes = new Disputes(this);
    this.registers = new Registers(this);
    this.administering = new Administering(this);
    this.reporting = new Reporting(this);
    this.publishing = new Publishing(this);
  }

  String state() {
    return state;
  }

  Known known() {
    return known;
  }

  /** Does one act, to its end. */
  void act() {
    if (!begun) {
      begun = true;
      registers.bring();
      reporting.begin();
      publishing.begin();
      return;
    }
    if (chance.nextInt(2) == 0) {
      disputes.answer();
    }
    if (chance.nextInt(8) == 0) {
      administering.act();
    }
    if (chance.nextInt(5) == 0) {
      reporting.act();
    }
    if (chance.nextInt(6) == 0) {
      publishing.act();
    }
    switch (chance.nextInt(40)) {
      case 0, 1, 2, 3 -> draft();
      case 4 -> each(1, Own::isDraft, this::redraft);
      case 5 -> each(1, Own::isDraft, this::throwAway);
      case 6 -> each(1, Own::isDraft, this::proposeInVain);
      case 7 -> registers.bring();
      case 8, 9, 10, 11, 12 -> disputes.challenge();
      default -> actOnReleased(chance.nextInt(29));
    }
    if (chance.nextInt(3) == 0) {
      decide(chance.nextInt(16));
    }
  }

  private void actOnReleased(int which) {
    switch (which) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> each(1, Own::isDraft, it -> acts.carryOut(it, "notify"));
      case 8, 9, 10, 11, 12 -> each(1, Own::isInForce, it -> acts.carryOut(it, "amend"));
      case 13 -> each(1, Own::isInForce, it -> acts.carryOut(it, "revoke"));
      case 14 -> each(1, it -> !it.isDraft(), acts::withdraw);
      case 15, 16 -> each(1, it -> !it.isDraft() && !it.held(), this::hold);
      case 17, 18, 19 -> each(1, Own::held, it -> acts.carryOut(it, "lift"));
      case 20, 21 -> each(1, Own::isInForce, it -> acts.carryOut(it, "renew"));
      case 22, 23 -> each(1, Own::isInForce, acts::suspendAndAssess);
      default -> each(1, Own::isErasable, erasing::erase);
    }
  }

  /** What the state decides about its releases. */
  private void decide(int which) {
    switch (which) {
      case 0, 1, 2 -> policies.adopt();
      case 3, 4 ->
          policies.duringAdoption(() -> each(3, Own::isInForce, it -> acts.carryOut(it, "amend")));
      case 5 -> policies.duringAdoption(() -> each(2, Own::isErasable, erasing::erase));
      case 6 -> policies.stopAndRestart();
      case 7 -> policies.stopDuringAdoption();
      case 8, 9 -> each(1, Own::isInForce, it -> policies.releaseOnce(it.path()));
      case 10 -> policies.endOneOff();
      case 11, 12 -> groups.change();
      case 13 -> groups.changeDuring(policies);
      default -> groups.narrow();
    }
  }

  private void each(int most, Predicate<Own> wanted, java.util.function.Consumer<Own> act) {
    known.some(chance, most, wanted).forEach(act);
  }

  private void draft() {
    var answer =
        approvals.create("officer", "/v1/denials", Map.of(), contents.denial().toString(), 201);
    acts.own(answer.id());
    done("draft");
  }

  private void redraft(Own record) {
    var request = new Request("PUT", record.path(), match(record), contents.denial().toString());
    var answer = wire.send(as("officer"), request);
    if (answer.status() != 200 && answer.status() != 412) {
      findings.violation("%s redraft: %s", state, answer);
    }
    acts.own(record.id());
    done("redraft");
  }

  private void throwAway(Own record) {
    var request = new Request("DELETE", record.path(), match(record), "");
    var answer = wire.send(as("officer"), request);
    if (answer.status() != 204 && answer.status() != 404) {
      findings.violation("%s throw away: %s", state, answer);
    }
    known.throwAway(record.id());
    done("throw a draft away");
  }

  private void hold(Own record) {
    var request = new Request("POST", record.path() + "/hold", match(record), WHY);
    var answer = wire.send(as("releaser"), request);
    if (answer.status() != 200 && answer.status() != 412) {
      findings.violation("%s hold: %s", state, answer);
    }
    findings.same(true, acts.own(record.id()).held(), "%s held after hold", record.path());
    done("hold");
  }

  private void proposeInVain(Own record) {
    var path = record.path() + "/notify";
    approvals.discard(approvals.propose("officer", path, match(record), WHY));
    done("discard a proposal");
  }
}
