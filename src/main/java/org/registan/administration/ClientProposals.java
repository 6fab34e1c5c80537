package org.registan.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
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
import org.registan.participant.Participant;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** Proposals to let a machine client act for a state. */
@Singleton
class ClientProposals extends StateProposals {

  static final String TYPE = "state.register-client";

  private final Clients clients;

  ClientProposals(Clients clients, Audit audit, Database database) {
    super(TYPE, "client.register", audit, database);
    this.clients = clients;
  }

  @Override
  public ObjectNode effect(Handle handle, Proposal proposal) {
    return Json.object();
  }

  @Override
  protected Map<String, String> act(Handle handle, Proposal proposal) {
    var wish = proposal.content();
    var client =
        new Clients.Client(
            wish.path("clientId").asText(),
            wish.path("agency").asText(),
            wish.path("keyThumbprint").asText(),
            wish.path("role").asText(),
            false);
    if (!clients.register(handle, proposal.owner(), client)) {
      throw Problem.notPossible("REGISTERED", List.of());
    }
    return Map.of("client", client.clientId());
  }

  /** The wish that a client act for one of the state's agencies, which decides on it. */
  static Desk.Wish wish(JsonNode asked) {
    ObjectNode content = asked.deepCopy();
    content.remove("reason");
    var agency = asked.path("agency").asText();
    return new Desk.Wish(TYPE, agency, null, null, content, asked.path("reason").asText());
  }

  /** What keeps a client from being registered for a participant. */
  static List<Fault> faults(Participant of, List<Clients.Client> registered, JsonNode wish) {
    var faults = new ArrayList<Fault>();
    if (of.agency(wish.path("agency").asText()).isEmpty()) {
      faults.add(Fault.at("/agency", "is not an agency of yours"));
    }
    if (isRegistered(registered, wish)) {
      faults.add(Fault.at("/clientId", "is registered already"));
    }
    return faults;
  }

  private static boolean isRegistered(List<Clients.Client> clients, JsonNode wish) {
    return clients.stream().anyMatch(it -> it.clientId().equals(wish.path("clientId").asText()));
  }
}
