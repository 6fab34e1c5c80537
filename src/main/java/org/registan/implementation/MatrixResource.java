package org.registan.implementation;

import static org.registan.kernel.Role.COMMITTEE;
import static org.registan.kernel.Role.EXPERT;
import static org.registan.kernel.Role.MACHINE_READ;
import static org.registan.kernel.Role.MACHINE_SUBMIT;
import static org.registan.kernel.Role.OFFICER;
import static org.registan.kernel.Role.RELEASER;
import static org.registan.kernel.Role.SECRETARIAT;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.database.Database;
import org.registan.exchange.RecordResource;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Json;
import org.registan.ledger.Reads;
import org.registan.web.Answers;
import org.registan.web.Call;
import org.registan.web.Fault;
import org.registan.web.Problem;
import org.registan.web.Streamed;

/** Matrices over HTTP: what every record offers, a workbook of one, and its submission. */
@Path("/v1/1540/matrices")
@Produces("application/json")
class MatrixResource extends RecordResource {

  private final MatrixType matrices;
  private final MatrixDrafts drafts;
  private final MatrixSections sections;
  private final MatrixDifferences differences;
  private final MatrixCarryOver carryOver;
  private final Templates templates;
  private final Publications publications;
  private final Database database;
  private final Reads matrixReads;
  private final CurrentActor caller;
  private final Call asked;

  MatrixResource(
      MatrixType type,
      MatrixDrafts drafts,
      MatrixSections sections,
      MatrixDifferences differences,
      MatrixCarryOver carryOver,
      Templates templates,
      Publications publications,
      Database database,
      Reads reads,
      CurrentActor actor,
      Call call) {
    super(type);
    this.matrices = type;
    this.drafts = drafts;
    this.sections = sections;
    this.differences = differences;
    this.carryOver = carryOver;
    this.templates = templates;
    this.publications = publications;
    this.database = database;
    this.matrixReads = reads;
    this.caller = actor;
    this.asked = call;
  }

  /** The matrix as the caller sees it, as a workbook. */
  @GET
  @Path("/{id}")
  @Produces(Sheets.TYPE + ";qs=0.5")
  @RunOnVirtualThread
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ, MACHINE_SUBMIT})
  public RestResponse<Streamed> workbook(String id) {
    var me = caller.get();
    var as = asked.one("viewAs");
    var view =
        database.act(handle ->
            as.isPresent()
                ? Json.parse(matrixReads.viewAs(handle, me, matrices, id, as.get()).json())
                : drafts.filled(handle, me, matrixReads.one(handle, me, matrices, id)));
    var template = templates.of(view.path("template").asText());
    return Answers.stream(out -> Sheets.write(template, view, out), Sheets.TYPE);
  }

  @POST
  @Path("/{id}/submit")
  @Consumes("application/json")
  @RolesAllowed({OFFICER, RELEASER, MACHINE_SUBMIT})
  public RestResponse<String> submit(String id, byte[] body) {
    asked.body(body);
    requireWhole(id);
    return propose(id, Submission.SUBMIT, body);
  }

  @POST
  @Path("/{id}/publish")
  @Consumes("application/json")
  @RolesAllowed(SECRETARIAT)
  public RestResponse<String> publish(String id, byte[] body) {
    return publications.propose(caller.get(), asked, matrices, id, body).accepted();
  }

  @Override
  protected void requireWhole(String id) {
    drafts.requireWhole(caller.get(), id);
  }

  @GET
  @Path("/{id}/differences")
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ, MACHINE_SUBMIT})
  public RestResponse<String> differences(String id) {
    var from =
        asked
            .one("from")
            .orElseThrow(() -> Problem.invalid(List.of(Fault.in("from", "is missing"))));
    return Answers.of(differences.between(caller.get(), from, id));
  }

  @POST
  @Path("/{id}/carry-over")
  @Consumes("application/json")
  @RolesAllowed(OFFICER)
  public RestResponse<String> carryOver(String id, byte[] body) {
    var from = asked.body(body).path("from").asText();
    return Answers.of(carryOver.carryOver(caller.get(), id, from, asked));
  }

  @GET
  @Path("/{id}/progress")
  @RolesAllowed({OFFICER, RELEASER})
  public RestResponse<String> progress(String id) {
    return Answers.of(Map.of("items", sections.progress(caller.get(), id)));
  }
}
