package org.registan.administration;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Handle;
import org.registan.approval.Desk;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.database.Database;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Actor;
import org.registan.kernel.Role;
import org.registan.participant.Clients;
import org.registan.participant.Participants;
import org.registan.web.Answers;
import org.registan.web.Call;
import org.registan.web.Idempotency;
import org.registan.web.Narrows;
import org.registan.web.Problem;

/** Machine clients of a state: proposed by its administrator, approved by a releaser. */
@Path("/v1/participants/{code}/clients")
@Produces("application/json")
class ClientResource {

  private final Clients clients;
  private final Participants participants;
  private final Desk desk;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Database database;
  private final CurrentActor actor;
  private final Call call;

  ClientResource(
      Clients clients,
      Participants participants,
      Desk desk,
      Idempotency idempotency,
      Audit audit,
      Database database,
      CurrentActor actor,
      Call call) {
    this.clients = clients;
    this.participants = participants;
    this.desk = desk;
    this.idempotency = idempotency;
    this.audit = audit;
    this.database = database;
    this.actor = actor;
    this.call = call;
  }

  @GET
  @RolesAllowed({Role.STATE_ADMIN, Role.SECRETARIAT})
  public RestResponse<String> list(String code) {
    var me = actor.of(code);
    return Answers.of(
        Map.of(
            "items",
            database.act(handle -> {
              audit.write(handle, Event.administration("client.list", me, Map.of()));
              return clients.of(handle, me.participant());
            })));
  }

  @POST
  @Consumes("application/json")
  @RolesAllowed({Role.STATE_ADMIN, Role.SECRETARIAT})
  public RestResponse<String> register(String code, byte[] body) {
    var wish = call.body(body);
    var me = actor.of(code);
    return propose(me, body, handle -> registration(handle, me, wish));
  }

  @POST
  @Path("/{client}/rotate-key")
  @Consumes("application/json")
  @RolesAllowed({Role.STATE_ADMIN, Role.SECRETARIAT})
  public RestResponse<String> rotate(String code, String client, byte[] body) {
    var wish = call.body(body);
    var me = actor.of(code);
    return propose(
        me,
        body,
        handle ->
            KeyProposals.wish(
                clients.find(handle, me.participant(), client).orElseThrow(Problem::notFound),
                wish));
  }

  private RestResponse<String> propose(Actor me, byte[] body, Function<Handle, Desk.Wish> wish) {
    var creation = call.creation(me.participant(), me.account(), body);
    var proposal =
        database.act(handle -> {
          var id =
              idempotency.once(
                  handle, creation, () -> desk.propose(handle, me, wish.apply(handle)));
          return desk.show(handle, me, id);
        });
    return proposal.accepted();
  }

  private Desk.Wish registration(Handle handle, Actor me, JsonNode wish) {
    var known = participants.find(handle, me.participant()).orElseThrow();
    var faults = ClientProposals.faults(known, clients.of(handle, me.participant()), wish);
    if (!faults.isEmpty()) {
      throw Problem.meaningless(faults);
    }
    return ClientProposals.wish(wish);
  }

  @POST
  @Path("/{client}/block")
  @Narrows
  @RolesAllowed({Role.STATE_ADMIN, Role.SECRETARIAT})
  public RestResponse<String> block(String code, String client) {
    return set(code, client, true);
  }

  @POST
  @Path("/{client}/unblock")
  @RolesAllowed({Role.STATE_ADMIN, Role.SECRETARIAT})
  public RestResponse<String> unblock(String code, String client) {
    return set(code, client, false);
  }

  private RestResponse<String> set(String code, String client, boolean blocked) {
    var me = actor.of(code);
    var event = blocked ? "client.block" : "client.unblock";
    return Answers.of(
        database.act(handle -> {
          var changed =
              clients
                  .block(handle, me.participant(), client, blocked)
                  .orElseThrow(Problem::notFound);
          audit.write(handle, Event.administration(event, me, Map.of("client", client)));
          return changed;
        }));
  }
}
