package org.registan.implementation;

import static org.registan.kernel.Role.MACHINE_SUBMIT;
import static org.registan.kernel.Role.OFFICER;
import static org.registan.kernel.Role.RELEASER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.identity.CurrentActor;
import org.registan.web.Answers;
import org.registan.web.Call;

/** The fields of a draft matrix over HTTP, row by row, inside the state alone. */
@Path("/v1/1540/matrices/{id}/fields")
@Produces("application/json")
class MatrixFieldResource {

  private final MatrixRows rows;
  private final CurrentActor actor;
  private final Call call;

  MatrixFieldResource(MatrixRows rows, CurrentActor actor, Call call) {
    this.rows = rows;
    this.actor = actor;
    this.call = call;
  }

  @GET
  @RolesAllowed({OFFICER, RELEASER, MACHINE_SUBMIT})
  public RestResponse<String> list(String id) {
    return Answers.of(Map.of("items", rows.list(actor.get(), id, call.one("section"))));
  }

  @GET
  @Path("/{row}")
  @RolesAllowed({OFFICER, RELEASER, MACHINE_SUBMIT})
  public RestResponse<String> one(String id, String row) {
    return answer(rows.one(actor.get(), id, row));
  }

  @PUT
  @Path("/{row}")
  @Consumes("application/json")
  @RolesAllowed({OFFICER, MACHINE_SUBMIT})
  public RestResponse<String> put(String id, String row, byte[] body) {
    return answer(rows.put(actor.get(), id, row, call, call.body(body)));
  }

  private static RestResponse<String> answer(MatrixRows.Shown shown) {
    return Answers.tagged(shown.json(), shown.tag());
  }
}
