package org.registan.controllist;

import static org.registan.kernel.Role.COMMITTEE;
import static org.registan.kernel.Role.EXPERT;
import static org.registan.kernel.Role.MACHINE_READ;
import static org.registan.kernel.Role.OFFICER;
import static org.registan.kernel.Role.RELEASER;
import static org.registan.kernel.Role.SECRETARIAT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.database.Database;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Level;
import org.registan.ledger.Newest;
import org.registan.web.Answers;
import org.registan.web.Call;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** Control lists as they stand on a day, over HTTP. */
@Path("/v1/control-lists")
@Produces("application/json")
class ControlListResource {

  private static final ControlLists.Reading LISTED =
      new ControlLists.Reading(Level.CORE, "control-list.lists", Map.of());

  private final ControlLists lists;
  private final CodeStatuses statuses;
  private final Database database;
  private final CurrentActor actor;
  private final Call call;

  ControlListResource(
      ControlLists lists, CodeStatuses statuses, Database database, CurrentActor actor, Call call) {
    this.lists = lists;
    this.statuses = statuses;
    this.database = database;
    this.actor = actor;
    this.call = call;
  }

  @GET
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ})
  public RestResponse<String> lists(UriInfo uri) {
    var me = actor.get();
    var page =
        database.act(
            handle -> lists.page(handle, me, wish(), LISTED, call.limit(), call.one("cursor")));
    return Answers.page(uri, page.map(ControlListResource::json).items(), page.next());
  }

  @GET
  @Path("/status")
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ})
  public RestResponse<String> status(UriInfo uri) {
    var code =
        call.one("code")
            .orElseThrow(() -> Problem.invalid(List.of(Fault.in("code", "is missing"))));
    var page = statuses.page(actor.get(), wish(), code, call.limit(), call.one("cursor"));
    return Answers.page(uri, page.items(), page.next());
  }

  private ControlLists.Wish wish() {
    return new ControlLists.Wish(
        call.one("asOf").map(LocalDate::parse),
        call.all("owner"),
        call.all("list"),
        call.all("listKind"));
  }

  private static String json(Newest.Found found) {
    return "{\"owner\":\"%s\",\"list\":\"%s\",\"edition\":%s}"
        .formatted(found.owner(), found.series(), found.seen().json());
  }
}
