package org.registan.administration;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
import org.registan.web.Fault;
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
  @RolesAllowed({
    Role.OFFICER,
    Role.RELEASER,
    Role.STATE_ADMIN,
    Role.AUDITOR,
    Role.EXPERT,
    Role.COMMITTEE,
    Role.SECRETARIAT,
    Role.OPERATOR,
    Role.MACHINE_READ,
    Role.MACHINE_SUBMIT
  })
  public RestResponse<String> all() {
    return Answers.of(Map.of("items", database.act(participants::all)));
  }

  @GET
  @Path("/{code}")
  @RolesAllowed({
    Role.OFFICER,
    Role.RELEASER,
    Role.STATE_ADMIN,
    Role.AUDITOR,
    Role.EXPERT,
    Role.COMMITTEE,
    Role.SECRETARIAT,
    Role.OPERATOR,
    Role.MACHINE_READ,
    Role.MACHINE_SUBMIT
  })
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
          var faults = faults(handle, code, entry);
          if (!faults.isEmpty()) {
            throw Problem.meaningless(faults);
          }
          participants.put(handle, code, entry);
          audit.write(handle, Event.administration("participant.put", me, Map.of("code", code)));
          return find(handle, code);
        }));
  }

  private Participant find(Handle handle, String code) {
    return participants.find(handle, code).orElseThrow(Problem::notFound);
  }

  private List<Fault> faults(Handle handle, String code, JsonNode entry) {
    var faults = new ArrayList<Fault>();
    var before = participants.find(handle, code);
    var state = entry.path("kind").asText().equals(Participant.Kind.STATE.name());
    if (!code.matches("[A-Z][A-Z0-9]{2,11}") || state != codes.takes("countries", code)) {
      faults.add(Fault.in("code", "is not the code of such a participant"));
    }
    if (before.isPresent() && !before.get().kind().name().equals(entry.path("kind").asText())) {
      faults.add(Fault.at("/kind", "cannot be changed"));
    }
    if (before.isPresent() && !before.get().provider().equals(entry.path("provider").asText())) {
      faults.add(Fault.at("/provider", "cannot be changed"));
    }
    var taken =
        participants.all(handle).stream()
            .filter(it -> !it.code().equals(code))
            .anyMatch(it -> it.provider().equals(entry.path("provider").asText()));
    if (taken) {
      faults.add(Fault.at("/provider", "is another participant's"));
    }
    if (!ZoneId.getAvailableZoneIds().contains(entry.path("timeZone").asText())) {
      faults.add(Fault.at("/timeZone", "is not an IANA time zone"));
    }
    for (int i = 0; i < entry.path("regimes").size(); i++) {
      if (!codes.takes("regimes", entry.path("regimes").path(i).asText())) {
        faults.add(Fault.at("/regimes/" + i, "is not in code list regimes"));
      }
    }
    return faults;
  }
}
