package org.registan.challenge;

import static org.registan.kernel.Role.MACHINE_READ;
import static org.registan.kernel.Role.MACHINE_SUBMIT;
import static org.registan.kernel.Role.OFFICER;
import static org.registan.kernel.Role.RELEASER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.identity.CurrentActor;
import org.registan.record.RecordType;
import org.registan.web.Answers;
import org.registan.web.Call;

/** Challenges of one kind of record over HTTP. A feature extends it with its path and type. */
@Produces("application/json")
public abstract class ChallengeResource {

  private final RecordType type;

  @Inject ChallengeReads reads;
  @Inject Challenging challenging;
  @Inject CurrentActor actor;
  @Inject Call call;

  protected ChallengeResource(RecordType type) {
    this.type = type;
  }

  @GET
  @RolesAllowed({OFFICER, RELEASER, MACHINE_READ})
  public RestResponse<String> list(String id) {
    return Answers.of(Map.of("items", reads.of(actor.get(), type, id)));
  }

  @POST
  @Consumes("application/json")
  @RolesAllowed({OFFICER, RELEASER, MACHINE_SUBMIT})
  public RestResponse<String> raise(String id, byte[] body) {
    return challenging.raise(said(body), type, id).accepted();
  }

  @POST
  @Path("/{challenge}/answer")
  @Consumes("application/json")
  @RolesAllowed({OFFICER, RELEASER, MACHINE_SUBMIT})
  public RestResponse<String> answer(String id, String challenge, byte[] body) {
    return challenging.answer(said(body), type, id, challenge).accepted();
  }

  private Challenging.Said said(byte[] body) {
    var me = actor.get();
    var creation = call.creation(me.participant(), me.account(), body);
    return new Challenging.Said(me, call, call.body(body), creation);
  }
}
