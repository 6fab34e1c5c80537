package org.registan.implementation;

import static org.registan.kernel.Role.OFFICER;
import static org.registan.kernel.Role.RELEASER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Json;
import org.registan.web.Answers;
import org.registan.web.Call;

/** The sections of a draft matrix over HTTP, inside the state alone. */
@Path("/v1/1540/matrices/{id}/sections/{section}")
@Produces("application/json")
class MatrixSectionResource {

  private final MatrixSections sections;
  private final CurrentActor actor;
  private final Call call;

  MatrixSectionResource(MatrixSections sections, CurrentActor actor, Call call) {
    this.sections = sections;
    this.actor = actor;
    this.call = call;
  }

  @PUT
  @Consumes("application/json")
  @RolesAllowed(OFFICER)
  public RestResponse<String> assign(String id, String section, byte[] body) {
    var agency = call.body(body).path("agency").asText();
    return answer(sections.assign(actor.get(), id, section, call, agency));
  }

  @POST
  @Path("/hand-in")
  @RolesAllowed(OFFICER)
  public RestResponse<String> handIn(String id, String section) {
    return answer(sections.handIn(actor.get(), id, section, call));
  }

  @POST
  @Path("/return")
  @Consumes("application/json")
  @RolesAllowed({OFFICER, RELEASER})
  public RestResponse<String> giveBack(String id, String section, byte[] body) {
    var comment = call.body(body).path("comment").asText();
    return answer(sections.giveBack(actor.get(), id, section, call, comment));
  }

  private static RestResponse<String> answer(MatrixSection section) {
    return Answers.tagged(Json.write(section.json()), section.tag());
  }
}
