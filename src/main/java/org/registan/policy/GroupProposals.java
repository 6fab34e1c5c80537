package org.registan.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.registan.approval.Proposal;
import org.registan.approval.ProposalType;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;

/** Proposals to change who is in a group of a state's policy, the rules staying as they are. */
@ApplicationScoped
class GroupProposals implements ProposalType {

  static final String TYPE = "state.change-group";

  private final Groups groups;
  private final OwnPolicies own;

  GroupProposals(Groups groups, OwnPolicies own) {
    this.groups = groups;
    this.own = own;
  }

  @Override
  public boolean handles(String type) {
    return type.equals(TYPE);
  }

  @Override
  public boolean concernsState() {
    return true;
  }

  /** Counts move with every act of the state; what is approved is the group of this policy. */
  @Override
  public boolean bindsEffect() {
    return false;
  }

  @Override
  public ObjectNode bound(Handle handle, Proposal proposal) {
    var type = own.type(proposal.content().path("recordType").asText());
    var change = Groups.Change.of(proposal.content());
    return groups.isOfPolicyInForce(handle, proposal.owner(), type, change)
        ? Json.object()
        : Json.object().put("stale", true);
  }

  @Override
  public ObjectNode effect(Handle handle, Proposal proposal) {
    var effect = bound(handle, proposal);
    if (effect.isEmpty()) {
      var type = own.type(proposal.content().path("recordType").asText());
      var change = Groups.Change.of(proposal.content());
      effect.set(
          "recipients", groups.counts(handle, proposal.owner(), type, change).path("changes"));
    }
    return effect;
  }

  @Override
  public void carryOut(Proposal proposal, Actor approver, Consumer<Handle> claim) {
    var type = own.type(proposal.content().path("recordType").asText());
    groups.adopt(approver, type, Groups.Change.of(proposal.content()), claim);
  }
}
