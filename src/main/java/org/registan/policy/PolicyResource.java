package org.registan.policy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.approval.Desk;
import org.registan.database.Database;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Role;
import org.registan.web.Answers;
import org.registan.web.Call;
import org.registan.web.Idempotency;

/** A state's policy over HTTP: in force, versions, draft, rehearsal, adoption. */
@Path("/v1/policies/{recordType}")
@Produces("application/json")
class PolicyResource {

  private final OwnPolicies policies;
  private final Desk desk;
  private final Idempotency idempotency;
  private final Database database;
  private final CurrentActor actor;
  private final Call call;

  PolicyResource(
      OwnPolicies policies,
      Desk desk,
      Idempotency idempotency,
      Database database,
      CurrentActor actor,
      Call call) {
    this.policies = policies;
    this.desk = desk;
    this.idempotency = idempotency;
    this.database = database;
    this.actor = actor;
    this.call = call;
  }

  @GET
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.STATE_ADMIN})
  public RestResponse<String> inForce(String recordType) {
    var me = actor.get();
    var type = policies.type(recordType);
    return Answers.of(database.act(handle -> policies.inForce(handle, me, type)));
  }

  @GET
  @Path("/versions")
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.STATE_ADMIN})
  public RestResponse<String> versions(String recordType) {
    var me = actor.get();
    var type = policies.type(recordType);
    return Answers.of(Map.of("items", database.act(handle -> policies.versions(handle, me, type))));
  }

  @GET
  @Path("/draft")
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.STATE_ADMIN})
  public RestResponse<String> draft(String recordType) {
    var me = actor.get();
    var type = policies.type(recordType);
    return answer(database.act(handle -> policies.read(handle, me, type)));
  }

  @PUT
  @Path("/draft")
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.STATE_ADMIN})
  public RestResponse<String> putDraft(String recordType, byte[] body) {
    var me = actor.get();
    var type = policies.type(recordType);
    var policy = call.body(body);
    return answer(database.act(handle -> policies.put(handle, me, type, policy, call)));
  }

  @DELETE
  @Path("/draft")
  @RolesAllowed({Role.OFFICER, Role.STATE_ADMIN})
  public RestResponse<String> dropDraft(String recordType) {
    var me = actor.get();
    var type = policies.type(recordType);
    database.run(handle -> policies.drop(handle, me, type, call));
    return Answers.gone();
  }

  @POST
  @Path("/draft/adopt")
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.STATE_ADMIN})
  public RestResponse<String> adopt(String recordType, byte[] body) {
    var me = actor.get();
    var type = policies.type(recordType);
    var reason = call.body(body).path("reason").asText();
    var proposal =
        database.act(handle -> {
          var creation = call.creation(me.participant(), me.account(), body);
          var id =
              idempotency.once(
                  handle,
                  creation,
                  () ->
                      desk.propose(handle, me, policies.adoption(handle, me, type, reason, call)));
          return desk.show(handle, me, id);
        });
    return proposal.accepted();
  }

  @POST
  @Path("/rehearsals")
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.STATE_ADMIN})
  public RestResponse<String> rehearse(String recordType, byte[] body) {
    var me = actor.get();
    var type = policies.type(recordType);
    var policy = call.body(body);
    return Answers.of(database.act(handle -> policies.rehearse(handle, me, type, policy)));
  }

  private static RestResponse<String> answer(OwnPolicies.Draft draft) {
    return Answers.tagged(draft.json(), draft.etag());
  }
}
