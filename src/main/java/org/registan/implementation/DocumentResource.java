package org.registan.implementation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.exchange.RecordResource;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Role;
import org.registan.web.Call;

/** Documents for the 1540 Committee over HTTP. */
@Path("/v1/1540/documents")
@Produces("application/json")
class DocumentResource extends RecordResource {

  private final DocumentType type;
  private final Publications publications;
  private final CurrentActor actor;
  private final Call call;

  DocumentResource(DocumentType type, Publications publications, CurrentActor actor, Call call) {
    super(type);
    this.type = type;
    this.publications = publications;
    this.actor = actor;
    this.call = call;
  }

  @POST
  @Path("/{id}/submit")
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.MACHINE_SUBMIT})
  public RestResponse<String> submit(String id, byte[] body) {
    return propose(id, Submission.SUBMIT, body);
  }

  @POST
  @Path("/{id}/publish")
  @Consumes("application/json")
  @RolesAllowed(Role.SECRETARIAT)
  public RestResponse<String> publish(String id, byte[] body) {
    return publications.propose(actor.get(), call, type, id, body).accepted();
  }
}
