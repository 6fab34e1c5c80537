package org.registan.approval;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.database.Database;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Json;
import org.registan.kernel.Role;
import org.registan.web.Answers;
import org.registan.web.Call;

/** The desk over HTTP. */
@Path("/v1/proposals")
@Produces("application/json")
class ProposalResource {

  private final Desk desk;
  private final Database database;
  private final CurrentActor actor;
  private final Call call;

  ProposalResource(Desk desk, Database database, CurrentActor actor, Call call) {
    this.desk = desk;
    this.database = database;
    this.actor = actor;
    this.call = call;
  }

  @GET
  @RolesAllowed({
    Role.OFFICER,
    Role.RELEASER,
    Role.STATE_ADMIN,
    Role.SECRETARIAT,
    Role.COMMITTEE,
    Role.MACHINE_SUBMIT
  })
  public RestResponse<String> list(UriInfo uri) {
    var me = actor.get();
    var page =
        database.act(handle ->
            desk.list(handle, me, call.all("state"), call.limit(), call.one("cursor"))
                .map(Json::write));
    return Answers.page(uri, page.items(), page.next());
  }

  @GET
  @Path("/{proposal}")
  @RolesAllowed({
    Role.OFFICER,
    Role.RELEASER,
    Role.STATE_ADMIN,
    Role.SECRETARIAT,
    Role.COMMITTEE,
    Role.MACHINE_SUBMIT
  })
  public RestResponse<String> one(String proposal) {
    var me = actor.get();
    return answer(database.act(handle -> desk.read(handle, me, proposal)));
  }

  @POST
  @Path("/{proposal}/approve")
  @RolesAllowed({Role.RELEASER, Role.COMMITTEE})
  public RestResponse<String> approve(String proposal) {
    return answer(desk.approve(actor.get(), proposal, call::requireMatch));
  }

  @POST
  @Path("/{proposal}/return")
  @Consumes("application/json")
  @RolesAllowed({Role.RELEASER, Role.COMMITTEE})
  public RestResponse<String> giveBack(String proposal, byte[] body) {
    var comment = call.body(body).path("comment").asText();
    return answer(
        desk.close(actor.get(), proposal, Proposal.State.RETURNED, call::requireMatch, comment));
  }

  @POST
  @Path("/{proposal}/discard")
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.STATE_ADMIN, Role.SECRETARIAT, Role.COMMITTEE})
  public RestResponse<String> discard(String proposal) {
    return answer(
        desk.close(actor.get(), proposal, Proposal.State.DISCARDED, call::requireMatch, null));
  }

  private static RestResponse<String> answer(Desk.Shown shown) {
    return Answers.tagged(shown.json(), shown.etag());
  }
}
