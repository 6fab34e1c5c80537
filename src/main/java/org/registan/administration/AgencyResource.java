package org.registan.administration;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Handle;
import org.registan.approval.Desk;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.database.Database;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Actor;
import org.registan.kernel.Role;
import org.registan.participant.Participant;
import org.registan.participant.Participants;
import org.registan.web.Answers;
import org.registan.web.Call;
import org.registan.web.Fault;
import org.registan.web.Idempotency;
import org.registan.web.Problem;

/** A state's agencies, kept by its administrator; which one decides for all, by two people. */
@Path("/v1/participants/{code}")
@Produces("application/json")
class AgencyResource {

  private static final int MOST = 50;

  private final Participants participants;
  private final Desk desk;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Database database;
  private final CurrentActor actor;
  private final Call call;

  AgencyResource(
      Participants participants,
      Desk desk,
      Idempotency idempotency,
      Audit audit,
      Database database,
      CurrentActor actor,
      Call call) {
    this.participants = participants;
    this.desk = desk;
    this.idempotency = idempotency;
    this.audit = audit;
    this.database = database;
    this.actor = actor;
    this.call = call;
  }

  @PUT
  @Path("/agencies/{agency}")
  @Consumes("application/json")
  @RolesAllowed({Role.STATE_ADMIN, Role.SECRETARIAT})
  public RestResponse<String> put(String code, String agency, byte[] body) {
    var entry = call.body(body);
    var me = actor.of(code);
    return Answers.of(
        database.act(handle -> {
          participants.lock(handle, me.participant());
          check(known(handle, me), agency);
          participants.putAgency(handle, me.participant(), agency, entry);
          audit.write(
              handle, Event.administration("participant.put-agency", me, Map.of("agency", agency)));
          return known(handle, me);
        }));
  }

  private static void check(Participant of, String agency) {
    if (!agency.matches("[A-Z][A-Z0-9-]{1,29}")) {
      throw Problem.meaningless(List.of(Fault.in("agency", "is no name for an agency")));
    }
    if (of.agency(agency).isEmpty() && of.agencies().size() >= MOST) {
      throw Problem.meaningless(List.of(Fault.in("agency", "is one more than " + MOST)));
    }
  }

  @POST
  @Path("/national-authority")
  @Consumes("application/json")
  @RolesAllowed({Role.STATE_ADMIN, Role.SECRETARIAT})
  public RestResponse<String> move(String code, byte[] body) {
    var wish = call.body(body);
    var me = actor.of(code);
    var creation = call.creation(me.participant(), me.account(), body);
    var proposal =
        database.act(handle -> {
          var id = idempotency.once(handle, creation, () -> propose(handle, me, wish));
          return desk.show(handle, me, id);
        });
    return proposal.accepted();
  }

  private String propose(Handle handle, Actor me, JsonNode wish) {
    return desk.propose(handle, me, AuthorityProposals.wish(known(handle, me), wish));
  }

  private Participant known(Handle handle, Actor me) {
    return participants.find(handle, me.participant()).orElseThrow();
  }
}
