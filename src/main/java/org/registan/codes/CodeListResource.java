package org.registan.codes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.kernel.Role;
import org.registan.web.Answers;
import org.registan.web.Problem;

/** The code lists over HTTP, the same for every participant. */
@Path("/v1/code-lists")
@Produces("application/json")
class CodeListResource {

  private final CodeLists lists;

  CodeListResource(CodeLists lists) {
    this.lists = lists;
  }

  @GET
  @RolesAllowed(Role.ANY)
  public RestResponse<String> names() {
    return Answers.of(Map.of("items", lists.names()));
  }

  @GET
  @Path("/{name}")
  @RolesAllowed(Role.ANY)
  public RestResponse<String> list(String name) {
    return Answers.of(lists.list(name).orElseThrow(Problem::notFound));
  }
}
