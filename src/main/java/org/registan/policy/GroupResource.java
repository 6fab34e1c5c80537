package org.registan.policy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.approval.Desk;
import org.registan.database.Database;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Role;
import org.registan.web.Answers;
import org.registan.web.Call;
import org.registan.web.Idempotency;
import org.registan.web.Narrows;

/** The groups of a state's policy over HTTP: changed by two people, narrowed by one. */
@Path("/v1/policies/{recordType}/groups/{group}")
@Produces("application/json")
class GroupResource {

  private final OwnPolicies policies;
  private final Groups groups;
  private final Desk desk;
  private final Idempotency idempotency;
  private final Database database;
  private final CurrentActor actor;
  private final Call call;

  GroupResource(
      OwnPolicies policies,
      Groups groups,
      Desk desk,
      Idempotency idempotency,
      Database database,
      CurrentActor actor,
      Call call) {
    this.policies = policies;
    this.groups = groups;
    this.desk = desk;
    this.idempotency = idempotency;
    this.database = database;
    this.actor = actor;
    this.call = call;
  }

  @PUT
  @Consumes("application/json")
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.STATE_ADMIN})
  public RestResponse<String> change(String recordType, String group, byte[] body) {
    var me = actor.get();
    var type = policies.type(recordType);
    var asked = call.body(body);
    var creation = call.creation(me.participant(), me.account(), body);
    var proposal =
        database.act(handle -> {
          var id =
              idempotency.once(
                  handle,
                  creation,
                  () -> desk.propose(handle, me, groups.wish(handle, me, type, group, asked)));
          return desk.show(handle, me, id);
        });
    return proposal.accepted();
  }

  @POST
  @Path("/narrow")
  @Narrows
  @Consumes("application/json")
  @RolesAllowed({Role.RELEASER, Role.STATE_ADMIN})
  public RestResponse<String> narrow(String recordType, String group, byte[] body) {
    var me = actor.get();
    var type = policies.type(recordType);
    var asked = call.body(body);
    return Answers.of(groups.narrow(me, type, group, asked));
  }
}
