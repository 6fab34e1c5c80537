package org.registan.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.database.Database;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Role;
import org.registan.web.Answers;
import org.registan.web.Call;
import org.registan.web.Cursors;
import org.registan.web.Platform;

/** A participant's own log, for its auditor. */
@Path("/v1/audit")
@Produces("application/json")
class AuditResource {

  private final Audit audit;
  private final Database database;
  private final Platform platform;
  private final CurrentActor actor;
  private final Call call;

  AuditResource(Audit audit, Database database, Platform platform, CurrentActor actor, Call call) {
    this.audit = audit;
    this.database = database;
    this.platform = platform;
    this.actor = actor;
    this.call = call;
  }

  /** A place in the log; veiled, as the numbers are those of everybody's entries together. */
  record Place(String at) {}

  @GET
  @RolesAllowed(Role.AUDITOR)
  public RestResponse<String> list(UriInfo uri) {
    var me = actor.get();
    var record = call.one("record").map(it -> it.toLowerCase(Locale.ROOT));
    var bound = String.join("\n", "audit", me.participant(), record.orElse(""));
    return database.act(handle -> {
      var key = platform.row(handle).cursorKey();
      var before =
          call.one("cursor")
              .map(it -> Cursors.open(key, bound, it, Place.class))
              .map(it -> Cursors.unveil(key, it.at()));
      var page =
          audit.read(handle, me.participant(), record, before.orElse(Long.MAX_VALUE), call.limit());
      audit.write(handle, Event.administration("audit.read", me, Map.of()));
      return Answers.page(
          uri,
          page.bodies(),
          page.goesOnBefore()
              .map(it -> Cursors.seal(key, bound, new Place(Cursors.veil(key, it)))));
    });
  }
}
