package org.registan.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.kernel.Json;
import org.registan.kernel.Role;
import org.registan.web.Answers;

/** Who the platform takes the caller for. */
@Path("/v1/me")
@Produces("application/json")
class MeResource {

  private final CurrentActor actor;

  MeResource(CurrentActor actor) {
    this.actor = actor;
  }

  @GET
  @RolesAllowed(Role.ANY)
  public RestResponse<String> me() {
    var me = actor.get();
    var body =
        Json.object()
            .put("participant", me.participant())
            .put("agency", me.agency())
            .put("person", me.isPerson())
            .put("account", me.account());
    if (me.client() != null) {
      body.put("client", me.client());
    }
    me.roles().stream().sorted().forEach(body.putArray("roles")::add);
    return Answers.json(Json.write(body));
  }
}
