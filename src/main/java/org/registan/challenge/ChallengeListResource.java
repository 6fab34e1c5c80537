package org.registan.challenge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Json;
import org.registan.kernel.Role;
import org.registan.web.Answers;
import org.registan.web.Call;

/** The challenges of all records over HTTP. */
@Path("/v1/challenges")
@Produces("application/json")
class ChallengeListResource {

  private final ChallengeReads reads;
  private final CurrentActor actor;
  private final Call call;

  ChallengeListResource(ChallengeReads reads, CurrentActor actor, Call call) {
    this.reads = reads;
    this.actor = actor;
    this.call = call;
  }

  @GET
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.MACHINE_READ})
  public RestResponse<String> list(UriInfo uri) {
    var wanted =
        new Challenges.Wanted(
            call.one("side").map(Challenges.Side::valueOf).orElse(null),
            call.all("state"),
            call.one("dueBefore").orElse(null));
    var page = reads.list(actor.get(), wanted, call.limit(), call.one("cursor")).map(Json::write);
    return Answers.page(uri, page.items(), page.next());
  }
}
