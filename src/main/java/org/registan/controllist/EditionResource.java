package org.registan.controllist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.exchange.RecordResource;
import org.registan.kernel.Role;
import org.registan.record.Act;

/** Editions of control lists over HTTP: what every record offers, and the acts of an edition. */
@Path("/v1/control-lists/editions")
@Produces("application/json")
class EditionResource extends RecordResource {

  EditionResource(EditionType type) {
    super(type);
  }

  @POST
  @Path("/{id}/notify")
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.MACHINE_SUBMIT})
  public RestResponse<String> notifyOf(String id, byte[] body) {
    return propose(id, Act.NOTIFY, body);
  }

  @POST
  @Path("/{id}/amend")
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.MACHINE_SUBMIT})
  public RestResponse<String> amend(String id, byte[] body) {
    return propose(id, EditionType.AMEND, body);
  }

  @POST
  @Path("/{id}/withdraw-in-error")
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.MACHINE_SUBMIT})
  public RestResponse<String> withdrawInError(String id, byte[] body) {
    return propose(id, Act.WITHDRAW, body);
  }
}
