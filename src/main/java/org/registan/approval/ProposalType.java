package org.registan.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.registan.audit.Mention;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;

/** What a kind of proposal would do, and the doing of it. */
public interface ProposalType {

  boolean handles(String type);

  /** Whether the effect is part of exactly what the approver approves. */
  default boolean bindsEffect() {
    return true;
  }

  /** What else it rests on and an approver reads, when the effect as a whole is not bound. */
  default ObjectNode bound(Handle handle, Proposal proposal) {
    return Json.object();
  }

  /** Whether it concerns the whole state, so that the national authority alone decides. */
  default boolean concernsState() {
    return false;
  }

  /** The account that stands behind it beside its proposer, and so does not decide it either. */
  default Optional<String> behind(Handle handle, Proposal proposal) {
    return Optional.empty();
  }

  /** Records of other states of which its effect tells, as far as its state sees them. */
  default List<Mention> tellsOf(Handle handle, Proposal proposal) {
    return List.of();
  }

  /** What approving it now would do: a difference, the recipients it reaches. */
  ObjectNode effect(Handle handle, Proposal proposal);

  /**
   * Carries it out in transactions of its own. {@code claim} must run in the one that decides,
   * before anything is written and after whatever the effect rests on can no longer change: it
   * marks the proposal approved, or refuses when it no longer is exactly what the approver read.
   */
  void carryOut(Proposal proposal, Actor approver, Consumer<Handle> claim);
}
