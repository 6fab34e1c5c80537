package org.registan.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.registan.kernel.Json;

/** A proposal as its state sees it. */
final class ProposalView {

  private ProposalView() {}

  static ObjectNode of(Proposal proposal) {
    var view =
        Json.object()
            .put("id", proposal.id().toString())
            .put("type", proposal.type())
            .put("state", proposal.state().name());
    if (proposal.record() != null) {
      view.put("record", proposal.record().toString());
    }
    if (proposal.recordIfMatch() != null) {
      view.put("recordIfMatch", proposal.recordIfMatch());
    }
    view.put("reason", proposal.reason());
    view.set("content", proposal.content());
    view.putObject("proposedBy")
        .put("account", proposal.proposedBy())
        .put("agency", proposal.proposedAgency());
    view.put("proposedAt", proposal.proposedAt().toString());
    if (proposal.decidedBy() != null && proposal.decidedAt() != null) {
      view.putObject("decidedBy")
          .put("account", proposal.decidedBy())
          .put("agency", proposal.decidedAgency());
      view.put("decidedAt", proposal.decidedAt().toString());
    }
    if (proposal.comment() != null) {
      view.put("comment", proposal.comment());
    }
    return view;
  }
}
