package org.registan.approval;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Actor;
import org.registan.participant.Participants;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/**
 * Who decides (DESIGN 7): a person other than the proposer, of the record's agency or of the
 * national authority; of the latter alone what concerns the whole state.
 */
@ApplicationScoped
class FourEyes {

  private static final ProblemType FOUR_EYES =
      new ProblemType("four-eyes", 403, "Another releaser of this agency must decide");

  private final Participants participants;

  FourEyes(Participants participants) {
    this.participants = participants;
  }

  /** One who is another than whoever the type says stands behind it too. */
  void requireAnother(Handle handle, Actor actor, Proposal proposal, ProposalType type) {
    require(handle, actor, proposal, type);
    if (type.behind(handle, proposal).filter(actor.account()::equals).isPresent()) {
      throw Problem.of(FOUR_EYES, null);
    }
  }

  void require(Handle handle, Actor actor, Proposal proposal, ProposalType type) {
    var national = participants.isNationalAuthority(handle, actor);
    var ofAgency = actor.agency().equals(proposal.agency());
    var entitled = national || (ofAgency && !type.concernsState());
    if (!entitled || !actor.isPerson() || actor.account().equals(proposal.proposedBy())) {
      throw Problem.of(FOUR_EYES, null);
    }
  }
}
