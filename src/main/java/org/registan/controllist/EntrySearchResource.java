package org.registan.controllist;

import static org.registan.kernel.Role.COMMITTEE;
import static org.registan.kernel.Role.EXPERT;
import static org.registan.kernel.Role.MACHINE_READ;
import static org.registan.kernel.Role.OFFICER;
import static org.registan.kernel.Role.RELEASER;
import static org.registan.kernel.Role.SECRETARIAT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.codes.ControlCode;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Folding;
import org.registan.search.Unsearchable;
import org.registan.web.Answers;
import org.registan.web.Call;
import org.registan.web.Cursors;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** The search over entries, over HTTP: by filters, and by words, which do not stand in a URL. */
@Path("/v1/control-lists/entries")
@Produces("application/json")
class EntrySearchResource {

  private final EntrySearch search;
  private final CurrentActor actor;
  private final Call call;

  EntrySearchResource(EntrySearch search, CurrentActor actor, Call call) {
    this.search = search;
    this.actor = actor;
    this.call = call;
  }

  @GET
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ})
  public RestResponse<String> filtered(UriInfo uri) {
    var page = page(call::all, it -> detail -> Fault.in(it, detail), call.limit());
    return Answers.page(uri, page.items(), page.next());
  }

  @POST
  @Path("/searches")
  @Consumes("application/json")
  @RolesAllowed({OFFICER, RELEASER, EXPERT, COMMITTEE, SECRETARIAT, MACHINE_READ})
  public RestResponse<String> found(byte[] body) {
    var asked = call.body(body);
    var page =
        page(
            it -> Call.values(asked.path(it)),
            it -> detail -> Fault.at("/" + it, detail),
            asked.path("limit").asInt(50));
    return Answers.found(page.items(), page.next());
  }

  private Cursors.Page<String> page(
      Function<String, List<String>> values,
      Function<String, Function<String, Fault>> fault,
      int limit) {
    Function<String, Optional<String>> one = it -> values.apply(it).stream().findFirst();
    var wish =
        new ControlLists.Wish(
            one.apply("asOf").map(LocalDate::parse),
            values.apply("owner"),
            values.apply("list"),
            values.apply("listKind"));
    var asked =
        new EntryQuestion(
            wish,
            one.apply("q").orElse(null),
            paths(values.apply("code"), fault.apply("code")),
            values.apply("category"),
            values.apply("origin"),
            values.apply("hs"));
    if (asked.text() != null && Folding.words(asked.text()).isEmpty()) {
      throw Problem.invalid(List.of(fault.apply("q").apply("has no word in it")));
    }
    try {
      return search.page(actor.get(), asked, limit, one.apply("cursor"));
    } catch (Unsearchable e) {
      throw Problem.invalid(
          List.of(
              fault
                  .apply("q")
                  .apply(
                      e.bound() == Unsearchable.Bound.WORDS
                          ? "has too many words"
                          : "is too long")));
    }
  }

  private static List<List<String>> paths(List<String> codes, Function<String, Fault> fault) {
    var paths = new ArrayList<List<String>>();
    for (var code : codes) {
      var parsed = ControlCode.parse(code);
      if (parsed.isEmpty()) {
        throw Problem.invalid(List.of(fault.apply("is not the code of a control list")));
      }
      paths.add(parsed.get().path());
    }
    return paths;
  }
}
