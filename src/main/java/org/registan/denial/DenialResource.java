package org.registan.denial;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.exchange.RecordResource;
import org.registan.kernel.Role;
import org.registan.record.Act;

/** Denials over HTTP: what every record offers, and the acts of a denial. */
@Path("/v1/denials")
@Produces("application/json")
class DenialResource extends RecordResource {

  DenialResource(DenialType type) {
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
    return propose(id, DenialActs.AMEND, body);
  }

  @POST
  @Path("/{id}/renew")
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.MACHINE_SUBMIT})
  public RestResponse<String> renew(String id, byte[] body) {
    return propose(id, DenialActs.RENEW, body);
  }

  @POST
  @Path("/{id}/suspend")
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.MACHINE_SUBMIT})
  public RestResponse<String> suspend(String id, byte[] body) {
    return propose(id, DenialActs.SUSPEND, body);
  }

  @POST
  @Path("/{id}/final-assessment")
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.MACHINE_SUBMIT})
  public RestResponse<String> assessFinally(String id, byte[] body) {
    return propose(id, DenialActs.ASSESS, body);
  }

  @POST
  @Path("/{id}/revoke")
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.MACHINE_SUBMIT})
  public RestResponse<String> revoke(String id, byte[] body) {
    return propose(id, DenialActs.REVOKE, body);
  }

  @POST
  @Path("/{id}/erase-persons")
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.MACHINE_SUBMIT})
  public RestResponse<String> erasePersons(String id, byte[] body) {
    return propose(id, Act.ERASE, body);
  }

  @POST
  @Path("/{id}/withdraw-in-error")
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.MACHINE_SUBMIT})
  public RestResponse<String> withdrawInError(String id, byte[] body) {
    return propose(id, Act.WITHDRAW, body);
  }
}
