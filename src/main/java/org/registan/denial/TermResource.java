package org.registan.denial;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.database.Database;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Json;
import org.registan.kernel.Role;
import org.registan.ledger.Acts;
import org.registan.record.Term;
import org.registan.record.Terms;
import org.registan.web.Answers;
import org.registan.web.Call;

/**
 * The term of a state's denials over HTTP. One person may change it: it moves no term that is
 * running, and each that begins is shown to the second person who approves the notice.
 */
@Path("/v1/denials/term")
@Produces("application/json")
class TermResource {

  private final DenialType type;
  private final Terms terms;
  private final Acts acts;
  private final Audit audit;
  private final Database database;
  private final CurrentActor actor;
  private final Call call;

  TermResource(
      DenialType type,
      Terms terms,
      Acts acts,
      Audit audit,
      Database database,
      CurrentActor actor,
      Call call) {
    this.type = type;
    this.terms = terms;
    this.acts = acts;
    this.audit = audit;
    this.database = database;
    this.actor = actor;
    this.call = call;
  }

  @GET
  @RolesAllowed({Role.OFFICER, Role.RELEASER, Role.STATE_ADMIN})
  public RestResponse<String> read() {
    var owner = actor.get().participant();
    return answer(database.act(handle -> terms.of(handle, owner, type.name())));
  }

  @PUT
  @Consumes("application/json")
  @RolesAllowed(Role.STATE_ADMIN)
  public RestResponse<String> put(byte[] body) {
    var me = actor.get();
    var wanted = Json.to(call.body(body), Term.class);
    return answer(
        database.act(handle -> {
          acts.begin(handle, me.participant(), type);
          call.requireMatch(terms.of(handle, me.participant(), type.name()).etag());
          terms.put(handle, me, type.name(), wanted);
          var facts =
              Map.of(
                  "months",
                  Integer.toString(wanted.months()),
                  "atTerm",
                  wanted.atTerm().name(),
                  "retentionYears",
                  Integer.toString(wanted.retentionYears()));
          audit.write(handle, Event.administration("denial.term", me, facts));
          return wanted;
        }));
  }

  private static RestResponse<String> answer(Term term) {
    return Answers.tagged(term.json(), term.etag());
  }
}
