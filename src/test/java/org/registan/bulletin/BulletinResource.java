package org.registan.bulletin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.exchange.RecordResource;
import org.registan.kernel.Role;

/** Bulletins over HTTP. */
@Path("/v1/bulletins")
@Produces("application/json")
class BulletinResource extends RecordResource {

  BulletinResource(BulletinType type) {
    super(type);
  }

  @POST
  @Path("/{id}/{act}")
  @Consumes("application/json")
  @RolesAllowed(Role.OFFICER)
  public RestResponse<String> act(String id, String act, byte[] body) {
    return propose(id, act, body);
  }
}
