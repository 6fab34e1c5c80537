package org.registan.exchange;

import static org.registan.kernel.Role.COMMITTEE;
import static org.registan.kernel.Role.EXPERT;
import static org.registan.kernel.Role.MACHINE_READ;
import static org.registan.kernel.Role.MACHINE_SUBMIT;
import static org.registan.kernel.Role.OFFICER;
import static org.registan.kernel.Role.RELEASER;
import static org.registan.kernel.Role.SECRETARIAT;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.identity.CurrentActor;
import org.registan.ledger.Query;
import org.registan.ledger.Reads;
import org.registan.ledger.Recipients;
import org.registan.ledger.Seen;
import org.registan.record.RecordType;
import org.registan.web.Answers;
import org.registan.web.Call;
import org.registan.web.Problem;
import org.registan.web.Streamed;

/** The reading half of every record's resource: each read at the level that its caller has. */
@Produces("application/json")
public abstract class RecordReads {

  final RecordType type;

  @Inject Exchange exchange;
  @Inject Reads reads;
  @Inject Exports exports;
  @Inject Recipients recipients;
  @Inject CurrentActor actor;
  @Inject Call call;

  RecordReads(RecordType type) {
    this.type = type;
  }

  @GET
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ})
  public RestResponse<String> list(UriInfo uri) {
    return page(uri, Queries.of(type, call), call.limit(), call.one("cursor"));
  }

  @GET
  @Produces(Exports.LINES + ";qs=0.5")
  @RunOnVirtualThread
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ})
  public RestResponse<Streamed> lines() {
    return Answers.stream(exports.lines(whole()), Exports.LINES);
  }

  @GET
  @Produces(Exports.TABLE + ";qs=0.4")
  @RunOnVirtualThread
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ})
  public RestResponse<Streamed> table() {
    return Answers.stream(exports.table(whole()), Exports.TABLE + ";charset=UTF-8");
  }

  /** A stream is the whole list; a page of it has no meaning. */
  private Exports.Wish whole() {
    call.requireNone("limit", "cursor");
    return new Exports.Wish(actor.stay(), type, Queries.of(type, call));
  }

  @POST
  @Path("/searches")
  @Consumes("application/json")
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ})
  public RestResponse<String> search(UriInfo uri, byte[] body) {
    var asked = call.body(body);
    var cursor = Optional.ofNullable(asked.path("cursor").textValue());
    var limit = asked.path("limit").asInt(50);
    var me = actor.get();
    var query = Queries.of(type, asked);
    var page =
        exchange.read(handle -> reads.list(handle, me, type, new Reads.Part(query, limit, cursor)));
    return Answers.found(Exchange.json(page.items()), page.next());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ, MACHINE_SUBMIT})
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

  @GET
  @Path("/{id}/versions")
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ, MACHINE_SUBMIT})
  public RestResponse<String> versions(String id) {
    var me = actor.get();
    return Answers.of(
        Map.of("items", exchange.read(handle -> reads.versions(handle, me, type, id))));
  }

  @GET
  @Path("/{id}/versions/{version}")
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ, MACHINE_SUBMIT})
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
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ})
  public RestResponse<String> links(String id) {
    var me = actor.get();
    return Answers.of(Map.of("items", exchange.read(handle -> reads.links(handle, me, type, id))));
  }

  @GET
  @Path("/{id}/releases")
  @RolesAllowed({OFFICER, RELEASER})
  public RestResponse<String> releases(String id) {
    var me = actor.get();
    return Answers.of(
        Map.of(
            "items",
            exchange.read(
                handle -> recipients.of(handle, type, reads.released(handle, me, type, id).id()))));
  }

  private RestResponse<String> page(UriInfo uri, Query query, int limit, Optional<String> cursor) {
    var me = actor.get();
    var page =
        exchange.read(handle -> reads.list(handle, me, type, new Reads.Part(query, limit, cursor)));
    return Answers.page(uri, Exchange.json(page.items()), page.next());
  }

  static RestResponse<String> answer(Seen seen) {
    return Answers.tagged(seen.json(), seen.etag());
  }
}
