package org.registan.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.database.Database;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Digest;
import org.registan.kernel.Json;
import org.registan.kernel.Role;
import org.registan.participant.Calendar;
import org.registan.participant.Calendars;
import org.registan.web.Answers;
import org.registan.web.Call;
import org.registan.web.Problem;

/** The participants' calendars over HTTP: read by all, each written by its own administrator. */
@Path("/v1/participants/{code}/calendar")
@Produces("application/json")
class CalendarResource {

  private final Calendars calendars;
  private final Audit audit;
  private final Database database;
  private final CurrentActor actor;
  private final Call call;

  CalendarResource(
      Calendars calendars, Audit audit, Database database, CurrentActor actor, Call call) {
    this.calendars = calendars;
    this.audit = audit;
    this.database = database;
    this.actor = actor;
    this.call = call;
  }

  @GET
  @RolesAllowed(Role.ANY)
  public RestResponse<String> read(String code) {
    var version = call.one("version").map(Integer::parseInt);
    return answer(
        database
            .act(handle ->
                version.isPresent()
                    ? calendars.version(handle, code, version.get())
                    : calendars.find(handle, code))
            .orElseThrow(Problem::notFound));
  }

  @PUT
  @Consumes("application/json")
  @RolesAllowed({Role.STATE_ADMIN, Role.SECRETARIAT})
  public RestResponse<String> put(String code, byte[] body) {
    var me = actor.get();
    var entry = call.body(body);
    if (!me.participant().equals(code)) {
      throw Problem.notYours();
    }
    return answer(
        database.act(handle -> {
          calendars.lock(handle, code);
          call.requireMatch(etag(calendars.find(handle, code).orElseThrow()));
          var faults = CalendarCheck.faults(entry);
          if (!faults.isEmpty()) {
            throw Problem.meaningless(faults);
          }
          var changed = calendars.put(handle, code, entry);
          var version = Integer.toString(changed.version());
          audit.write(handle, Event.administration("calendar.put", me, Map.of("version", version)));
          return changed;
        }));
  }

  private static RestResponse<String> answer(Calendar calendar) {
    return Answers.tagged(Json.write(calendar), etag(calendar));
  }

  private static String etag(Calendar calendar) {
    return "\"" + Digest.of(Json.write(calendar)).substring(0, 22) + "\"";
  }
}
