package org.registan.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.registan.approval.Desk;
import org.registan.approval.Proposal;
import org.registan.approval.StateProposals;
import org.registan.audit.Audit;
import org.registan.database.Database;
import org.registan.kernel.Json;
import org.registan.participant.Participant;
import org.registan.participant.Participants;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** Proposals that another agency decide for the whole state; the one that does now approves. */
@Singleton
class AuthorityProposals extends StateProposals {

  static final String TYPE = "state.move-national-authority";

  private final Participants participants;

  AuthorityProposals(Participants participants, Audit audit, Database database) {
    super(TYPE, "participant.move-national-authority", audit, database);
    this.participants = participants;
  }

  @Override
  public boolean concernsState() {
    return true;
  }

  @Override
  public ObjectNode effect(Handle handle, Proposal proposal) {
    var effect = Json.object();
    if (!isStill(handle, proposal)) {
      return effect.put("stale", true);
    }
    var differences = effect.putArray("differences");
    for (var move : List.of("from", "to")) {
      differences
          .addObject()
          .put("pointer", "/agencies/%s/nationalAuthority".formatted(agency(proposal, move)))
          .put("before", move.equals("from"))
          .put("after", move.equals("to"));
    }
    return effect;
  }

  @Override
  protected void lock(Handle handle, Proposal proposal) {
    participants.lock(handle, proposal.owner());
  }

  @Override
  protected Map<String, String> act(Handle handle, Proposal proposal) {
    participants.moveNationalAuthority(handle, proposal.owner(), agency(proposal, "to"));
    return Map.of("from", agency(proposal, "from"), "to", agency(proposal, "to"));
  }

  private boolean isStill(Handle handle, Proposal proposal) {
    return participants
        .find(handle, proposal.owner())
        .flatMap(Participant::nationalAuthority)
        .filter(it -> it.id().equals(agency(proposal, "from")))
        .isPresent();
  }

  private static String agency(Proposal proposal, String which) {
    return proposal.content().path(which).asText();
  }

  /** The wish that another of a participant's agencies be its national authority. */
  static Desk.Wish wish(Participant of, JsonNode asked) {
    var from = of.nationalAuthority().map(Participant.Agency::id).orElseThrow();
    var to = asked.path("agency").asText();
    if (of.agency(to).isEmpty()) {
      throw Problem.meaningless(List.of(Fault.at("/agency", "is not an agency of yours")));
    }
    if (to.equals(from)) {
      throw Problem.meaningless(List.of(Fault.at("/agency", "is the national authority already")));
    }
    var content = Json.object().put("from", from).put("to", to);
    return new Desk.Wish(TYPE, from, null, null, content, asked.path("reason").asText());
  }
}
