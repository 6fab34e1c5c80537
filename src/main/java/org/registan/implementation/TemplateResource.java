package org.registan.implementation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.kernel.Role;
import org.registan.web.Answers;
import org.registan.web.Problem;

/** The templates of the matrix over HTTP, the same for every participant. */
@Path("/v1/1540/templates")
@Produces("application/json")
class TemplateResource {

  private final Templates templates;

  TemplateResource(Templates templates) {
    this.templates = templates;
  }

  @GET
  @RolesAllowed(Role.ANY)
  public RestResponse<String> list() {
    return Answers.of(Map.of("items", templates.all().stream().map(TemplateView::listed).toList()));
  }

  @GET
  @Path("/{generation}")
  @RolesAllowed(Role.ANY)
  public RestResponse<String> one(String generation) {
    return Answers.of(TemplateView.of(templates.find(generation).orElseThrow(Problem::notFound)));
  }
}
