package org.registan.controllist;

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
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.database.Database;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Json;
import org.registan.web.Answers;
import org.registan.web.Call;
import org.registan.web.Streamed;

/** The entries of an edition over HTTP. */
@Path("/v1/control-lists/editions/{id}")
@Produces("application/json")
class EntryResource {

  private final EditionEntries entries;
  private final EditionDrafts drafts;
  private final EntryExports exports;
  private final Database database;
  private final CurrentActor actor;
  private final Call call;

  EntryResource(
      EditionEntries entries,
      EditionDrafts drafts,
      EntryExports exports,
      Database database,
      CurrentActor actor,
      Call call) {
    this.entries = entries;
    this.drafts = drafts;
    this.exports = exports;
    this.database = database;
    this.actor = actor;
    this.call = call;
  }

  @GET
  @Path("/entries")
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ, MACHINE_SUBMIT})
  public RestResponse<String> page(String id, UriInfo uri) {
    var me = actor.get();
    var wish = new EditionEntries.Wish(id, call.one("code"));
    var form = String.join("\n", "page", Json.write(uri.getQueryParameters()));
    return database.act(handle -> {
      var opened = entries.open(handle, me, id);
      var tag = opened.tag(form);
      if (call.holds(tag)) {
        return Answers.unchanged(tag);
      }
      var page = entries.page(handle, me, opened, wish, call.limit(), call.one("cursor"));
      return Answers.page(uri, page.map(Json::write).items(), page.next(), tag);
    });
  }

  @GET
  @Path("/entries")
  @Produces(EntryForm.LINES_TYPE + ";qs=0.5")
  @RunOnVirtualThread
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ, MACHINE_SUBMIT})
  public RestResponse<Streamed> lines(String id) {
    return whole(id, EntryForm.LINES);
  }

  @GET
  @Path("/entries")
  @Produces(EntryForm.TABLE_TYPE + ";qs=0.4")
  @RunOnVirtualThread
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ, MACHINE_SUBMIT})
  public RestResponse<Streamed> table(String id) {
    return whole(id, EntryForm.TABLE);
  }

  @GET
  @Path("/entries")
  @Produces(EntryForm.SHEET_TYPE + ";qs=0.3")
  @RunOnVirtualThread
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ, MACHINE_SUBMIT})
  public RestResponse<Streamed> sheet(String id) {
    return whole(id, EntryForm.SHEET);
  }

  private RestResponse<Streamed> whole(String id, EntryForm form) {
    call.requireNone("limit", "cursor");
    var stay = actor.stay();
    var wish = new EditionEntries.Wish(id, call.one("code"));
    var opened = database.act(handle -> entries.open(handle, stay.actor(), id));
    var tag = opened.tag(form.name() + wish.code().orElse(""));
    return call.holds(tag)
        ? Answers.unchanged(tag)
        : Answers.stream(
            out -> exports.write(stay, opened, wish, form, out), form.mediaType(), tag);
  }

  @PUT
  @Path("/entries")
  @Consumes({EntryForm.JSON_TYPE, EntryForm.LINES_TYPE, EntryForm.TABLE_TYPE, EntryForm.SHEET_TYPE})
  @RunOnVirtualThread
  @RolesAllowed({OFFICER, MACHINE_SUBMIT})
  public RestResponse<String> replace(String id, InputStream body) {
    var form =
        call.header("Content-Type").flatMap(EntryForm::of).orElseThrow(NotSupportedException::new);
    var seen = drafts.replace(actor.get(), call, id, form, body);
    return Answers.tagged(seen.json(), seen.etag());
  }

  @POST
  @Path("/operations")
  @Consumes(EntryForm.JSON_TYPE)
  @RolesAllowed({OFFICER, MACHINE_SUBMIT})
  public RestResponse<String> operate(String id, byte[] body) {
    var seen = drafts.operate(actor.get(), call, id, call.body(body).path("operations"));
    return Answers.tagged(seen.json(), seen.etag());
  }
}
