package org.registan.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.database.Database;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Role;
import org.registan.participant.Accounts;
import org.registan.web.Answers;
import org.registan.web.Narrows;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/** Accounts of a state's people, for its administrator: seen, blocked, unblocked. */
@Path("/v1/participants/{code}/accounts")
@Produces("application/json")
class AccountResource {

  private final Accounts accounts;
  private final Audit audit;
  private final Database database;
  private final CurrentActor actor;

  AccountResource(Accounts accounts, Audit audit, Database database, CurrentActor actor) {
    this.accounts = accounts;
    this.audit = audit;
    this.database = database;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Role.STATE_ADMIN, Role.SECRETARIAT})
  public RestResponse<String> list(String code) {
    var me = actor.of(code);
    return Answers.of(
        Map.of(
            "items",
            database.act(handle -> {
              audit.write(handle, Event.administration("account.list", me, Map.of()));
              return accounts.of(handle, me.participant());
            })));
  }

  @POST
  @Path("/{account}/block")
  @Narrows
  @RolesAllowed({Role.STATE_ADMIN, Role.SECRETARIAT})
  public RestResponse<String> block(String code, String account) {
    return set(code, account, true);
  }

  @POST
  @Path("/{account}/unblock")
  @RolesAllowed({Role.STATE_ADMIN, Role.SECRETARIAT})
  public RestResponse<String> unblock(String code, String account) {
    return set(code, account, false);
  }

  private RestResponse<String> set(String code, String account, boolean blocked) {
    var me = actor.of(code);
    if (me.account().equals(account)) {
      throw Problem.of(ProblemType.YOURS, null); // it could not unblock itself
    }
    return Answers.of(
        database.act(handle -> {
          var changed =
              accounts
                  .block(handle, me.participant(), account, blocked)
                  .orElseThrow(Problem::notFound);
          audit.write(
              handle,
              Event.administration(
                  blocked ? "account.block" : "account.unblock", me, Map.of("account", account)));
          return changed;
        }));
  }
}
