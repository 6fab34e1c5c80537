package org.registan.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.registan.access.OneOff;
import org.registan.approval.Proposal;
import org.registan.approval.ProposalType;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Level;
import org.registan.ledger.Acts;
import org.registan.ledger.OneOffs;
import org.registan.ledger.Rehearsals;
import org.registan.ledger.Sharing;

/** Proposals to release one record to one recipient until an end. */
@ApplicationScoped
class OneOffProposals implements ProposalType {

  static final String TYPE = "release.one-off";

  private final OwnPolicies own;
  private final Rehearsals rehearsals;
  private final Sharing sharing;
  private final Database database;

  OneOffProposals(OwnPolicies own, Rehearsals rehearsals, Sharing sharing, Database database) {
    this.own = own;
    this.rehearsals = rehearsals;
    this.sharing = sharing;
    this.database = database;
  }

  @Override
  public boolean handles(String type) {
    return type.equals(TYPE);
  }

  @Override
  public ObjectNode effect(Handle handle, Proposal proposal) {
    var content = proposal.content();
    return rehearsals.effect(
        handle,
        proposal.owner(),
        own.type(content.path("recordType").asText()),
        new Acts.Named(proposal.recordId(), proposal.recordTag()),
        content.path("recipient").asText(),
        () ->
            new OneOff(
                Level.valueOf(content.path("level").asText()),
                Instant.parse(content.path("until").asText())));
  }

  @Override
  public void carryOut(Proposal proposal, Actor approver, Consumer<Handle> claim) {
    var content = proposal.content();
    var type = own.type(content.path("recordType").asText());
    database.run(handle -> {
      sharing.begin(handle, proposal.owner(), type);
      claim.accept(handle);
      sharing.grant(
          handle,
          approver,
          type,
          new Acts.Named(proposal.recordId(), proposal.recordTag()),
          new OneOffs.Grant(
              UUID.randomUUID(),
              proposal.recordId(),
              content.path("recipient").asText(),
              Level.valueOf(content.path("level").asText()),
              Instant.parse(content.path("until").asText())),
          proposal.reason());
    });
  }
}
