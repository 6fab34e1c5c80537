package org.registan.controllist;

import static org.registan.kernel.Role.COMMITTEE;
import static org.registan.kernel.Role.EXPERT;
import static org.registan.kernel.Role.MACHINE_READ;
import static org.registan.kernel.Role.MACHINE_SUBMIT;
import static org.registan.kernel.Role.OFFICER;
import static org.registan.kernel.Role.RELEASER;
import static org.registan.kernel.Role.SECRETARIAT;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.database.Database;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Json;
import org.registan.web.Answers;
import org.registan.web.Call;

/** What changed between two editions, and what of its own that touches, over HTTP. */
@Path("/v1/control-lists/editions/{id}")
@Produces("application/json")
class EditionChangeResource {

  private static final String HTML = "text/html;charset=UTF-8";

  private final EditionChanges changes;
  private final TouchedDenials touched;
  private final Database database;
  private final CurrentActor actor;
  private final Call call;

  EditionChangeResource(
      EditionChanges changes,
      TouchedDenials touched,
      Database database,
      CurrentActor actor,
      Call call) {
    this.changes = changes;
    this.touched = touched;
    this.database = database;
    this.actor = actor;
    this.call = call;
  }

  /** The templates, whose output is escaped. */
  @CheckedTemplate(basePath = "control-list")
  static final class Pages {
    private Pages() {}

    static native TemplateInstance changes(ChangePage page);
  }

  @GET
  @Path("/changes")
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ, MACHINE_SUBMIT})
  public RestResponse<String> changes(String id) {
    return answer(id, "application/json", EditionChangeResource::json);
  }

  @GET
  @Path("/changes")
  @Produces(EntryForm.TABLE_TYPE + ";qs=0.5")
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ, MACHINE_SUBMIT})
  public RestResponse<String> table(String id) {
    return answer(id, EntryForm.TABLE_TYPE + ";charset=UTF-8", EditionChangeResource::csv);
  }

  @GET
  @Path("/changes")
  @Produces("text/html;qs=0.4")
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ, MACHINE_SUBMIT})
  public RestResponse<String> page(String id) {
    return answer(id, HTML, it -> Pages.changes(it).render());
  }

  private RestResponse<String> answer(
      String id, String mediaType, Function<ChangePage, String> form) {
    var me = actor.get();
    return database.act(handle -> {
      var pair = changes.open(handle, me, id, call.one("from"));
      var tag = pair.tag(mediaType);
      if (call.holds(tag)) {
        return Answers.unchanged(tag);
      }
      var page = new ChangePage(pair.from().view(), pair.to().view(), changes.told(handle, pair));
      return Answers.tagged(form.apply(page), tag, mediaType);
    });
  }

  static String json(ChangePage page) {
    var answer = Json.object();
    answer.set("from", EditionNames.of(page.from()));
    answer.set("to", EditionNames.of(page.to()));
    answer.putArray("changes").addAll(page.changes());
    return Json.write(answer);
  }

  private static String csv(ChangePage page) {
    try (var out = new ByteArrayOutputStream()) {
      ChangeTable.write(page, out);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GET
  @Path("/touched-denials")
  @RolesAllowed({OFFICER, RELEASER})
  public RestResponse<String> touched(String id, UriInfo uri) {
    var page = touched.page(actor.get(), id, call.limit(), call.one("cursor"));
    return Answers.page(uri, page.items(), page.next());
  }
}
