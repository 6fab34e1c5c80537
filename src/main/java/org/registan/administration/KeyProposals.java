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
import org.registan.participant.Clients;
import org.registan.web.Fault;
import org.registan.web.Problem;

/**
 * Proposals to give a machine client another key; until one is approved, its key is the old one.
 */
@Singleton
class KeyProposals extends StateProposals {

  static final String TYPE = "state.rotate-client-key";

  private final Clients clients;

  KeyProposals(Clients clients, Audit audit, Database database) {
    super(TYPE, "client.rotate-key", audit, database);
    this.clients = clients;
  }

  @Override
  public ObjectNode effect(Handle handle, Proposal proposal) {
    var key = Key.of(proposal);
    var effect = Json.object();
    clients
        .find(handle, proposal.owner(), key.client())
        .filter(it -> it.keyThumbprint().equals(key.from()))
        .ifPresentOrElse(
            it ->
                effect
                    .putArray("differences")
                    .addObject()
                    .put("pointer", "/keyThumbprint")
                    .put("before", key.from())
                    .put("after", key.to()),
            () -> effect.put("stale", true));
    return effect;
  }

  @Override
  protected Map<String, String> act(Handle handle, Proposal proposal) {
    var key = Key.of(proposal);
    if (!clients.rotate(handle, proposal.owner(), key.client(), key.from(), key.to())) {
      throw Problem.notPossible("KEY_CHANGED", List.of());
    }
    return Map.of("client", key.client());
  }

  private record Key(String client, String from, String to) {

    static Key of(Proposal proposal) {
      var content = proposal.content();
      return new Key(
          content.path("clientId").asText(),
          content.path("from").asText(),
          content.path("keyThumbprint").asText());
    }
  }

  /** The wish that a client prove itself by another key; its agency decides on it. */
  static Desk.Wish wish(Clients.Client client, JsonNode asked) {
    var thumbprint = asked.path("keyThumbprint").asText();
    if (thumbprint.equals(client.keyThumbprint())) {
      throw Problem.meaningless(List.of(Fault.at("/keyThumbprint", "is its key already")));
    }
    var content =
        Json.object()
            .put("clientId", client.clientId())
            .put("from", client.keyThumbprint())
            .put("keyThumbprint", thumbprint);
    return new Desk.Wish(TYPE, client.agency(), null, null, content, asked.path("reason").asText());
  }
}
