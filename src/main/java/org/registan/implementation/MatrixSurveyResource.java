package org.registan.implementation;

import static org.registan.kernel.Role.COMMITTEE;
import static org.registan.kernel.Role.EXPERT;
import static org.registan.kernel.Role.MACHINE_READ;
import static org.registan.kernel.Role.OFFICER;
import static org.registan.kernel.Role.RELEASER;
import static org.registan.kernel.Role.SECRETARIAT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.identity.CurrentActor;
import org.registan.web.Answers;
import org.registan.web.Call;
import org.registan.web.Problem;

/** The rows of a template across states over HTTP. */
@Path("/v1/1540/templates/{generation}/rows")
@Produces("application/json")
class MatrixSurveyResource {

  private final Templates templates;
  private final MatrixSurvey survey;
  private final CurrentActor actor;
  private final Call call;

  MatrixSurveyResource(Templates templates, MatrixSurvey survey, CurrentActor actor, Call call) {
    this.templates = templates;
    this.survey = survey;
    this.actor = actor;
    this.call = call;
  }

  @GET
  @RolesAllowed({EXPERT, COMMITTEE, SECRETARIAT})
  public RestResponse<String> counts(String generation) {
    return Answers.of(survey.counts(actor.get(), wish(generation)));
  }

  @GET
  @Path("/{row}")
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ})
  public RestResponse<String> row(String generation, String row, UriInfo uri) {
    var wish = wish(generation);
    var placed = wish.template().row(row).orElseThrow(Problem::notFound);
    var page = survey.row(actor.get(), wish, placed, call.limit(), call.one("cursor"));
    return Answers.page(uri, page.items(), page.next());
  }

  private MatrixSurvey.Wish wish(String generation) {
    return new MatrixSurvey.Wish(
        templates.find(generation).orElseThrow(Problem::notFound),
        call.one("asOf").map(LocalDate::parse));
  }
}
