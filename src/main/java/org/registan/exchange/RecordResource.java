package org.registan.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.approval.Desk;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Role;
import org.registan.ledger.Query;
import org.registan.ledger.Reads;
import org.registan.ledger.Recipients;
import org.registan.ledger.Seen;
import org.registan.record.Act;
import org.registan.record.RecordType;
import org.registan.web.Answers;
import org.registan.web.Call;
import org.registan.web.Problem;

/**
 * The resource of a record type: what every kind of record offers over HTTP. A feature extends it
 * with its path, its type and its own acts.
 */
public abstract class RecordResource {

  private final RecordType type;

  @Inject Exchange exchange;
  @Inject Reads reads;
  @Inject Recipients recipients;
  @Inject CurrentActor actor;
  @Inject Call call;

  protected RecordResource(RecordType type) {
    this.type = type;
  }

  @GET
  @RolesAllowed({
    Role.OFFICER,
    Role.RELEASER,
    Role.EXPERT,
    Role.COMMITTEE,
    Role.SECRETARIAT,
    Role.MACHINE_READ
  })
  public RestResponse<String> list(UriInfo uri) {
    return page(uri, Queries.of(type, call), call.limit(), call.one("cursor"));
  }

  @POST
  @Path("/searches")
  @Consumes("application/json")
  @RolesAllowed({
    Role.OFFICER,
    Role.RELEASER,
    Role.EXPERT,
    Role.COMMITTEE,
    Role.SECRETARIAT,
    Role.MACHINE_READ
  })
  public RestResponse<String> search(UriInfo uri, byte[] body) {
    var asked = call.body(body);
    var cursor = Optional.ofNullable(asked.path("cursor").textValue());
    var limit = asked.path("limit").asInt(50);
    var me = actor.get();
    var query = Queries.of(type, asked);
    var page = exchange.read(handle -> reads.list(handle, me, type, query, limit, cursor));
    return Answers.found(Exchange.json(page.items()), page.next());
  }

  @POST
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.MACHINE_SUBMIT})
  public RestResponse<String> draft(byte[] body) {
    var drafted = exchange.draft(caller(), type, call.body(body), body);
    var location = URI.create(type.path() + "/" + drafted.id());
    return Answers.created(201, drafted.json(), drafted.etag(), location);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Role.OFFICER,
    Role.RELEASER,
    Role.EXPERT,
    Role.COMMITTEE,
    Role.SECRETARIAT,
    Role.MACHINE_READ,
    Role.MACHINE_SUBMIT
  })
  public RestResponse<String> one(String id) {
    var me = actor.get();
    var as = call.one("viewAs");
    var seen =
        exchange.read(handle ->
            as.isPresent()
                ? reads.viewAs(handle, me, type, id, as.get())
                : reads.one(handle, me, type, id));
    return call.holds(seen.etag()) ? Answers.unchanged(seen.etag()) : answer(seen);
  }

  @PUT
  @Path("/{id}")
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.MACHINE_SUBMIT})
  public RestResponse<String> redraft(String id, byte[] body) {
    return answer(exchange.redraft(caller(), type, id, call.body(body)));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Role.OFFICER, Role.MACHINE_SUBMIT})
  public RestResponse<String> discard(String id) {
    exchange.discard(caller(), type, id);
    return Answers.gone();
  }

  @GET
  @Path("/{id}/versions")
  @RolesAllowed({
    Role.OFFICER,
    Role.RELEASER,
    Role.EXPERT,
    Role.COMMITTEE,
    Role.SECRETARIAT,
    Role.MACHINE_READ,
    Role.MACHINE_SUBMIT
  })
  public RestResponse<String> versions(String id) {
    var me = actor.get();
    return Answers.of(
        Map.of("items", exchange.read(handle -> reads.versions(handle, me, type, id))));
  }

  @GET
  @Path("/{id}/versions/{version}")
  @RolesAllowed({
    Role.OFFICER,
    Role.RELEASER,
    Role.EXPERT,
    Role.COMMITTEE,
    Role.SECRETARIAT,
    Role.MACHINE_READ,
    Role.MACHINE_SUBMIT
  })
  public RestResponse<String> version(String id, String version) {
    if (!version.matches("[1-9][0-9]{0,8}")) {
      throw Problem.notFound();
    }
    var me = actor.get();
    var number = Integer.parseInt(version);
    return answer(exchange.read(handle -> reads.version(handle, me, type, id, number)));
  }

  @GET
  @Path("/{id}/links")
  @RolesAllowed({
    Role.OFFICER,
    Role.RELEASER,
    Role.EXPERT,
    Role.COMMITTEE,
    Role.SECRETARIAT,
    Role.MACHINE_READ
  })
  public RestResponse<String> links(String id) {
    var me = actor.get();
    return Answers.of(Map.of("items", exchange.read(handle -> reads.links(handle, me, type, id))));
  }

  @GET
  @Path("/{id}/releases")
  @RolesAllowed({Role.OFFICER, Role.RELEASER})
  public RestResponse<String> releases(String id) {
    var me = actor.get();
    return Answers.of(
        Map.of(
            "items",
            exchange.read(
                handle -> recipients.of(handle, type, reads.own(handle, me, type, id).id()))));
  }

  @POST
  @Path("/{id}/hold")
  @Consumes("application/json")
  @RolesAllowed(Role.RELEASER)
  public RestResponse<String> hold(String id, byte[] body) {
    var reason = call.body(body).path("reason").asText();
    return answer(exchange.hold(caller(), type, id, reason));
  }

  @POST
  @Path("/{id}/lift")
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.RELEASER})
  public RestResponse<String> lift(String id, byte[] body) {
    return propose(id, Act.LIFT, body);
  }

  /** Proposes one of the type's own acts. */
  protected RestResponse<String> propose(String id, String act, byte[] body) {
    Desk.Shown proposal = exchange.propose(caller(), type, id, act, call.body(body), body);
    var location = URI.create("/v1/proposals/" + proposal.id());
    return Answers.created(202, proposal.json(), proposal.etag(), location);
  }

  private RestResponse<String> page(UriInfo uri, Query query, int limit, Optional<String> cursor) {
    var me = actor.get();
    var page = exchange.read(handle -> reads.list(handle, me, type, query, limit, cursor));
    return Answers.page(uri, Exchange.json(page.items()), page.next());
  }

  private Exchange.Caller caller() {
    return new Exchange.Caller(actor.get(), call);
  }

  private static RestResponse<String> answer(Seen seen) {
    return Answers.tagged(seen.json(), seen.etag());
  }
}
