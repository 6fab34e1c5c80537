package org.registan.exchange;

import static org.registan.kernel.Role.MACHINE_SUBMIT;
import static org.registan.kernel.Role.OFFICER;
import static org.registan.kernel.Role.RELEASER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.record.Act;
import org.registan.record.RecordType;
import org.registan.web.Answers;
import org.registan.web.Narrows;

/**
 * The resource of a record type: what every kind of record offers over HTTP. A feature extends it
 * with its path, its type and its own acts.
 */
@Produces("application/json")
public abstract class RecordResource extends RecordReads {

  protected RecordResource(RecordType type) {
    super(type);
  }

  @POST
  @Consumes("application/json")
  @RolesAllowed({OFFICER, MACHINE_SUBMIT})
  public RestResponse<String> draft(byte[] body) {
    var drafted = exchange.draft(caller(), type, call.body(body), body);
    var location = URI.create(type.path() + "/" + drafted.id());
    return Answers.created(201, drafted.json(), drafted.etag(), location);
  }

  @PUT
  @Path("/{id}")
  @Consumes("application/json")
  @RolesAllowed({OFFICER, MACHINE_SUBMIT})
  public RestResponse<String> redraft(String id, byte[] body) {
    var content = call.body(body);
    requireWhole(id);
    return answer(exchange.redraft(caller(), type, id, content));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({OFFICER, MACHINE_SUBMIT})
  public RestResponse<String> discard(String id) {
    requireWhole(id);
    exchange.discard(caller(), type, id);
    return Answers.gone();
  }

  @POST
  @Path("/{id}/hold")
  @Narrows
  @Consumes("application/json")
  @RolesAllowed(RELEASER)
  public RestResponse<String> hold(String id, byte[] body) {
    var reason = call.body(body).path("reason").asText();
    return answer(exchange.hold(caller(), type, id, reason));
  }

  @POST
  @Path("/{id}/lift")
  @Consumes("application/json")
  @RolesAllowed({OFFICER, RELEASER})
  public RestResponse<String> lift(String id, byte[] body) {
    return propose(id, Act.LIFT, body);
  }

  /** Refuses who works on a part of this draft alone, where a type has parts. */
  protected void requireWhole(String id) {}

  /** Proposes one of the type's own acts, or to erase persons where it holds any. */
  protected RestResponse<String> propose(String id, String act, byte[] body) {
    var caller = caller();
    var asked = new Exchange.Asked(act, call.body(body), caller.creation(body));
    return exchange.propose(caller, type, id, asked).accepted();
  }

  private Exchange.Caller caller() {
    return new Exchange.Caller(actor.get(), call);
  }
}
