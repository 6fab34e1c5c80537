package org.registan.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.database.Database;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Json;
import org.registan.kernel.Role;
import org.registan.web.Answers;
import org.registan.web.Call;

/** The feed a puller follows. */
@Path("/v1/changes")
@Produces("application/json")
class ChangesResource {

  private final Feed feed;
  private final Database database;
  private final CurrentActor actor;
  private final Call call;

  ChangesResource(Feed feed, Database database, CurrentActor actor, Call call) {
    this.feed = feed;
    this.database = database;
    this.actor = actor;
    this.call = call;
  }

  @GET
  @RolesAllowed({
    Role.OFFICER,
    Role.RELEASER,
    Role.EXPERT,
    Role.COMMITTEE,
    Role.SECRETARIAT,
    Role.MACHINE_READ
  })
  public RestResponse<String> changes() {
    var me = actor.get();
    var page =
        database.act(handle ->
            feed.read(handle, me, call.one("after"), call.all("recordType"), call.limit()));
    var changes =
        page.changes().stream().map(ChangesResource::json).collect(Collectors.joining(","));
    return Answers.json(
        "{\"changes\":[%s],\"next\":%s,\"more\":%b}"
            .formatted(changes, Json.write(page.next()), page.more()));
  }

  private static String json(Feed.Change change) {
    var entry =
        Json.object()
            .put("position", change.position())
            .put("event", change.event())
            .put("recordType", change.type())
            .put("record", change.record().toString())
            .put("at", change.at().toString());
    if (change.isUnshared()) {
      return Json.write(entry);
    }
    entry.put("version", change.version()).put("disclosure", change.level().name());
    if (change.view() == null) {
      return Json.write(entry.put("superseded", true));
    }
    var text = Json.write(entry);
    return text.substring(0, text.length() - 1) + ",\"view\":" + change.view().json() + "}";
  }
}
