package org.registan.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.registan.access.Policies;
import org.registan.access.Policy;
import org.registan.approval.Proposal;
import org.registan.approval.ProposalType;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Bench;
import org.registan.ledger.Flip;
import org.registan.ledger.Rehearsals;

/** Proposals that change what a whole state releases: a policy, or the stop switch taken back. */
@ApplicationScoped
class PolicyProposals implements ProposalType {

  static final String ADOPT = "state.adopt-policy";
  static final String RESTART = "state.restart-releases";

  private final OwnPolicies own;
  private final Policies policies;
  private final Flip flip;
  private final Audit audit;
  private final Clock clock;

  PolicyProposals(OwnPolicies own, Policies policies, Flip flip, Audit audit, Clock clock) {
    this.own = own;
    this.policies = policies;
    this.flip = flip;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public boolean handles(String type) {
    return type.equals(ADOPT) || type.equals(RESTART);
  }

  @Override
  public boolean concernsState() {
    return true;
  }

  /** Counts move with every act of the state; what is approved is the policy's text. */
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
    return Json.object().set("recipients", counts.path("changes"));
  }

  @Override
  public void carryOut(Proposal proposal, Actor approver, Consumer<Handle> claim) {
    var type = own.type(proposal.content().path("recordType").asText());
    var adopting = proposal.type().equals(ADOPT);
    if (!adopting) {
      // What the stop took back is told before it is given again, or a puller would miss both.
      flip.run(proposal.owner(), type, (handle, inForce) -> inForce);
    }
    flip.run(
        proposal.owner(),
        type,
        new Flip.Target() {
          @Override
          public Bench bench(Handle handle, Bench inForce) {
            if (!adopting) {
              return inForce.under(inForce.policy(), false);
            }
            var all = policies.of(handle, proposal.owner(), type.name());
            return inForce.under(
                Rehearsals.next(inForce, all, policy(proposal), clock), inForce.stopped());
          }

          @Override
          public void claim(Handle handle) {
            claim.accept(handle);
          }

          @Override
          public void done(Handle handle, Bench flipped) {
            if (adopting) {
              policies.add(handle, type.name(), flipped.policy());
            }
            audit.write(
                handle,
                Event.administration(
                    adopting ? "policy.adopt" : "policy.restart",
                    approver,
                    Map.of(
                        "type",
                        type.name(),
                        "version",
                        String.valueOf(flipped.policy().number()))));
          }
        });
  }

  private static Policy policy(Proposal proposal) {
    return Json.to(proposal.content().path("policy"), Policy.class);
  }
}
