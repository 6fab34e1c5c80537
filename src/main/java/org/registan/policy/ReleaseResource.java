package org.registan.policy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.database.Database;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Ids;
import org.registan.kernel.Role;
import org.registan.web.Answers;
import org.registan.web.Call;
import org.registan.web.Narrows;
import org.registan.web.Problem;

/** Single decisions over HTTP: explanations, one-off releases, the stop switch. */
@Path("/v1/policies/{recordType}")
@Produces("application/json")
class ReleaseResource {

  private final OwnPolicies policies;
  private final OwnReleases releases;
  private final Explanations explanations;
  private final Database database;
  private final CurrentActor actor;
  private final Call call;

  ReleaseResource(
      OwnPolicies policies,
      OwnReleases releases,
      Explanations explanations,
      Database database,
      CurrentActor actor,
      Call call) {
    this.policies = policies;
    this.releases = releases;
    this.explanations = explanations;
    this.database = database;
    this.actor = actor;
    this.call = call;
  }

  @POST
  @Path("/explanations")
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.RELEASER})
  public RestResponse<String> explain(String recordType, byte[] body) {
    var me = actor.get();
    var type = policies.type(recordType);
    JsonNode question = call.body(body);
    return Answers.of(database.act(handle -> explanations.explain(handle, me, type, question)));
  }

  @GET
  @Path("/one-offs")
  @RolesAllowed({Role.OFFICER, Role.RELEASER})
  public RestResponse<String> oneOffs(String recordType) {
    var me = actor.get();
    var type = policies.type(recordType);
    return Answers.of(Map.of("items", database.act(handle -> releases.oneOffs(handle, me, type))));
  }

  @POST
  @Path("/one-offs")
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.RELEASER})
  public RestResponse<String> releaseOnce(String recordType, byte[] body) {
    var me = actor.get();
    var type = policies.type(recordType);
    var wish = call.body(body);
    var creation = call.creation(me.participant(), me.account(), body);
    var proposal = database.act(handle -> releases.proposeOneOff(handle, me, type, wish, creation));
    return proposal.accepted();
  }

  @POST
  @Path("/one-offs/{oneOff}/end")
  @Narrows
  @RolesAllowed(Role.RELEASER)
  public RestResponse<String> end(String recordType, String oneOff) {
    var me = actor.get();
    var type = policies.type(recordType);
    var id = Ids.parse(oneOff).orElseThrow(Problem::notFound);
    return Answers.of(database.act(handle -> releases.end(handle, me, type, id)));
  }

  @POST
  @Path("/stop")
  @Narrows
  @Consumes("application/json")
  @RolesAllowed(Role.RELEASER)
  public RestResponse<String> stop(String recordType, byte[] body) {
    var me = actor.get();
    var type = policies.type(recordType);
    var reason = call.body(body).path("reason").asText();
    return Answers.of(
        database.act(handle -> {
          releases.stop(handle, me, type, reason);
          return policies.inForce(handle, me, type);
        }));
  }

  @POST
  @Path("/restart")
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.STATE_ADMIN})
  public RestResponse<String> restart(String recordType, byte[] body) {
    var me = actor.get();
    var type = policies.type(recordType);
    var reason = call.body(body).path("reason").asText();
    var creation = call.creation(me.participant(), me.account(), body);
    var proposal =
        database.act(handle -> releases.proposeRestart(handle, me, type, reason, creation));
    return proposal.accepted();
  }
}
