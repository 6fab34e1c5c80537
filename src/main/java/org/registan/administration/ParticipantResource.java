package org.registan.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Handle;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.codes.CodeLists;
import org.registan.database.Database;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Role;
import org.registan.participant.Participant;
import org.registan.participant.Participants;
import org.registan.web.Answers;
import org.registan.web.Call;
import org.registan.web.Problem;

/** The register of participants over HTTP; its entries are the platform operator's. */
@Path("/v1/participants")
@Produces("application/json")
class ParticipantResource {

  private final Participants participants;
  private final CodeLists codes;
  private final Audit audit;
  private final Database database;
  private final CurrentActor actor;
  private final Call call;

  ParticipantResource(
      Participants participants,
      CodeLists codes,
      Audit audit,
      Database database,
      CurrentActor actor,
      Call call) {
    this.participants = participants;
    this.codes = codes;
    this.audit = audit;
    this.database = database;
    this.actor = actor;
    this.call = call;
  }

  @GET
  @RolesAllowed(Role.ANY)
  public RestResponse<String> all() {
    return Answers.of(Map.of("items", database.act(participants::all)));
  }

  @GET
  @Path("/{code}")
  @RolesAllowed(Role.ANY)
  public RestResponse<String> one(String code) {
    return Answers.of(database.act(handle -> find(handle, code)));
  }

  @PUT
  @Path("/{code}")
  @Consumes("application/json")
  @RolesAllowed(Role.OPERATOR)
  public RestResponse<String> put(String code, byte[] body) {
    var entry = call.body(body);
    var me = actor.get();
    return Answers.of(
        database.act(handle -> {
          var check = new ParticipantCheck(participants.all(handle), codes);
          var faults = check.faults(code, entry);
          if (!faults.isEmpty()) {
            throw Problem.meaningless(faults);
          }
          participants.put(handle, code, entry);
          var event = Event.administration("participant.put", me, Map.of("code", code));
          audit.write(handle, event);
          audit.tell(handle, event, code);
          return find(handle, code);
        }));
  }

  private Participant find(Handle handle, String code) {
    return participants.find(handle, code).orElseThrow(Problem::notFound);
  }
}
