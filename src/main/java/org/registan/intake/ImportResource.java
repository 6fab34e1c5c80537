package org.registan.intake;

import static org.registan.kernel.Role.MACHINE_SUBMIT;
import static org.registan.kernel.Role.OFFICER;
import static org.registan.kernel.Role.RELEASER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.identity.CurrentActor;
import org.registan.record.RecordType;
import org.registan.web.Answers;
import org.registan.web.Call;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** Files of one kind of record over HTTP. A feature extends it with its path, type and formats. */
@Produces("application/json")
public abstract class ImportResource {

  private final RecordType type;

  @Inject Receiving receiving;
  @Inject Intake intake;
  @Inject CurrentActor actor;
  @Inject Call call;

  protected ImportResource(RecordType type) {
    this.type = type;
  }

  /** Takes a file in; what is wrong with its records is said in the report. */
  protected RestResponse<String> receive(InputStream body) {
    var me = actor.get();
    var media =
        call.header("Content-Type").map(MediaType::valueOf).orElseThrow(NotSupportedException::new);
    var charset = media.getParameters().getOrDefault("charset", "utf-8");
    if (!charset.equalsIgnoreCase("utf-8")) {
      throw Problem.invalid(List.of(Fault.in("Content-Type", "must be in UTF-8")));
    }
    var delivery =
        new Receiving.Delivery(
            (media.getType() + "/" + media.getSubtype()).toLowerCase(Locale.ROOT),
            call.all("default"),
            body,
            digest -> call.creation(me.participant(), me.account(), digest));
    try {
      var id = receiving.receive(me, type, delivery);
      return accepted(intake.show(me, type, id.toString()));
    } catch (UncheckedIOException e) {
      throw Problem.invalid(List.of(Fault.at("", "broke off")));
    }
  }

  @GET
  @RolesAllowed({OFFICER, RELEASER, MACHINE_SUBMIT})
  public RestResponse<String> list(UriInfo uri) {
    var page = intake.list(actor.get(), type, call);
    return Answers.page(uri, page.items(), page.next());
  }

  @GET
  @Path("/{import}")
  @RolesAllowed({OFFICER, RELEASER, MACHINE_SUBMIT})
  public RestResponse<String> one(@RestPath("import") String id) {
    var shown = intake.show(actor.get(), type, id);
    return Answers.tagged(shown.json(), shown.etag());
  }

  @GET
  @Path("/{import}/report")
  @RolesAllowed({OFFICER, RELEASER, MACHINE_SUBMIT})
  public RestResponse<String> report(@RestPath("import") String id, UriInfo uri) {
    var page = intake.report(actor.get(), type, id, call);
    return Answers.page(uri, page.items(), page.next());
  }

  @POST
  @Path("/{import}/notify")
  @Consumes("application/json")
  @RolesAllowed({OFFICER, RELEASER, MACHINE_SUBMIT})
  public RestResponse<String> propose(@RestPath("import") String id, byte[] body) {
    return intake.propose(actor.get(), type, id, call, body).accepted();
  }

  @DELETE
  @Path("/{import}")
  @RolesAllowed({OFFICER, MACHINE_SUBMIT})
  public RestResponse<String> discard(@RestPath("import") String id) {
    return accepted(intake.discard(actor.get(), type, id, call));
  }

  private RestResponse<String> accepted(Intake.Shown shown) {
    var location = URI.create(type.path() + "/imports/" + shown.batch().id());
    return Answers.created(202, shown.json(), shown.etag(), location);
  }
}
