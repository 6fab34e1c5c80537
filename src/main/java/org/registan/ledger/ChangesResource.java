package org.registan.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.registan.identity.CurrentActor;
import org.registan.kernel.Json;
import org.registan.kernel.Role;
import org.registan.web.Answers;
import org.registan.web.Call;
import org.registan.web.Streamed;

/** The feed a puller follows. */
@Path("/v1/changes")
@Produces("application/json")
class ChangesResource {

  private static final String LINES = "application/x-ndjson";

  private final Pulls pulls;
  private final CurrentActor actor;
  private final Call call;

  ChangesResource(Pulls pulls, CurrentActor actor, Call call) {
    this.pulls = pulls;
    this.actor = actor;
    this.call = call;
  }

  @GET
  @RunOnVirtualThread
  @RolesAllowed({
    Role.OFFICER,
    Role.RELEASER,
    Role.EXPERT,
    Role.COMMITTEE,
    Role.SECRETARIAT,
    Role.MACHINE_READ
  })
  public RestResponse<String> changes() {
    var page = pulls.next(pull(), call.limit());
    var changes =
        page.changes().stream().map(ChangesResource::json).collect(Collectors.joining(","));
    return Answers.json(
        "{\"changes\":[%s],\"next\":%s,\"more\":%b}"
            .formatted(changes, Json.write(page.next()), page.more()));
  }

  /** All that is there, one change a line; the last line says how many, and where to go on. */
  @GET
  @Produces(LINES + ";qs=0.5")
  @RunOnVirtualThread
  @RolesAllowed({
    Role.OFFICER,
    Role.RELEASER,
    Role.EXPERT,
    Role.COMMITTEE,
    Role.SECRETARIAT,
    Role.MACHINE_READ
  })
  public RestResponse<Streamed> lines() {
    call.requireNone("limit");
    var pull = pull();
    var first = pulls.next(pull, Reads.CHUNK);
    return Answers.stream(out -> write(pull, first, out), LINES);
  }

  private void write(Pulls.Pull pull, Feed.Page first, OutputStream out) throws IOException {
    var page = first;
    var count = 0;
    while (true) {
      for (var change : page.changes()) {
        out.write((json(change) + "\n").getBytes(UTF_8));
      }
      count += page.changes().size();
      out.flush();
      if (!page.more()) {
        break;
      }
      page = pulls.following(pull, page.next(), Reads.after(page.changes().size()));
    }
    var end = Json.object().put("end", true).put("count", count).put("position", page.next());
    out.write((Json.write(end) + "\n").getBytes(UTF_8));
  }

  private Pulls.Pull pull() {
    return new Pulls.Pull(
        actor.stay(),
        call.one("after"),
        call.all("recordType"),
        call.one("wait").map(Integer::parseInt).orElse(0));
  }

  static String json(Feed.Change change) {
    var entry =
        Json.object()
            .put("position", change.position())
            .put("event", change.event())
            .put("recordType", change.type())
            .put("record", change.record().toString())
            .put("at", change.at().toString());
    if (change.isUnshared()) {
      return Json.write(entry);
    }
    entry.put("version", change.version()).put("disclosure", change.level().name());
    if (change.view() == null) {
      return Json.write(entry.put("superseded", true));
    }
    var text = Json.write(entry);
    return text.substring(0, text.length() - 1) + ",\"view\":" + change.view().json() + "}";
  }
}
