package org.registan.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.registan.access.Policy;
import org.registan.approval.Proposal;
import org.registan.approval.ProposalType;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Bench;
import org.registan.ledger.Benches;
import org.registan.ledger.Flip;
import org.registan.ledger.Rehearsals;
import org.registan.record.RecordType;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/** Proposals that change what a whole state releases: a policy, or the stop switch taken back. */
@ApplicationScoped
class PolicyProposals implements ProposalType {

  static final String ADOPT = "state.adopt-policy";
  static final String RESTART = "state.restart-releases";

  private final OwnPolicies own;
  private final NewVersions versions;
  private final Rehearsals rehearsals;
  private final Flip flip;
  private final Audit audit;

  PolicyProposals(
      OwnPolicies own, NewVersions versions, Rehearsals rehearsals, Flip flip, Audit audit) {
    this.own = own;
    this.versions = versions;
    this.rehearsals = rehearsals;
    this.flip = flip;
    this.audit = audit;
  }

  @Override
  public boolean handles(String type) {
    return type.equals(ADOPT) || type.equals(RESTART);
  }

  @Override
  public boolean concernsState() {
    return true;
  }

  /**
   * Counts move with every act of the state; what is approved is the policy's text, and whom {@code
   * everyone} and the regimes mean.
   */
  @Override
  public boolean bindsEffect() {
    return false;
  }

  @Override
  public ObjectNode effect(Handle handle, Proposal proposal) {
    var type = own.type(proposal.content().path("recordType").asText());
    var counts =
        proposal.type().equals(ADOPT)
            ? own.counts(handle, proposal.owner(), type, policy(proposal))
            : own.countsOfRestart(handle, proposal.owner(), type);
    var effect = bound(handle, proposal);
    effect.set("recipients", counts.path("changes"));
    return effect;
  }

  @Override
  public ObjectNode bound(Handle handle, Proposal proposal) {
    var type = own.type(proposal.content().path("recordType").asText());
    var inForce = rehearsals.inForce(handle, proposal.owner(), type);
    var bound = Json.object();
    if (proposal.type().equals(RESTART)) {
      return bound.put("policyVersion", inForce.policy().number());
    }
    var snapshot = Benches.snapshot(inForce.participants());
    snapshot.everyone().stream()
        .filter(it -> !it.equals(proposal.owner()))
        .sorted()
        .forEach(bound.putArray("everyone")::add);
    var members = bound.putArray("members");
    for (var participant : inForce.participants()) {
      for (var membership : participant.regimes()) {
        members
            .addObject()
            .put("participant", participant.code())
            .put("regime", membership.regime())
            .put("standing", membership.standing().name());
      }
    }
    return bound;
  }

  @Override
  public void carryOut(Proposal proposal, Actor approver, Consumer<Handle> claim) {
    var type = own.type(proposal.content().path("recordType").asText());
    if (proposal.type().equals(ADOPT)) {
      versions.adopt(
          "policy.adopt",
          approver,
          type,
          inForce ->
              new NewVersions.Content(policy(proposal), Benches.snapshot(inForce.participants())),
          claim,
          this::requireSnapshot);
    } else {
      // What the stop took back is told before it is given again, or a puller would miss both.
      flip.run(proposal.owner(), type, (handle, inForce) -> inForce);
      flip.run(proposal.owner(), type, new Restart(proposal, type, approver, claim));
    }
  }

  /** The policy in force, released again. */
  private final class Restart implements Flip.Target {

    private final Proposal proposal;
    private final RecordType type;
    private final Actor approver;
    private final Consumer<Handle> claim;

    Restart(Proposal proposal, RecordType type, Actor approver, Consumer<Handle> claim) {
      this.proposal = proposal;
      this.type = type;
      this.approver = approver;
      this.claim = claim;
    }

    @Override
    public Bench bench(Handle handle, Bench inForce) {
      return inForce.under(inForce.policy(), false);
    }

    @Override
    public boolean takesBack(int stop) {
      return proposal.content().path("stop").asInt() == stop;
    }

    @Override
    public void claim(Handle handle) {
      claim.accept(handle);
    }

    @Override
    public void done(Handle handle, Bench flipped) {
      var version = String.valueOf(flipped.policy().number());
      audit.write(
          handle,
          Event.administration(
              "policy.restart", approver, Map.of("type", type.name(), "version", version)));
    }
  }

  /** Whom the policy was judged for must still be those that the approver read. */
  private void requireSnapshot(Handle handle, RecordType type, Bench flipped) {
    var now = rehearsals.inForce(handle, flipped.owner(), type).participants();
    if (!Benches.snapshot(now).equals(flipped.policy().snapshot())) {
      throw Problem.of(ProblemType.IF_MATCH_FAILED, null);
    }
  }

  private static Policy policy(Proposal proposal) {
    return Json.to(proposal.content().path("policy"), Policy.class);
  }
}
