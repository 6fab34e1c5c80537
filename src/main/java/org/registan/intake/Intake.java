package org.registan.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.registan.approval.Desk;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Digest;
import org.registan.kernel.Ids;
import org.registan.kernel.Json;
import org.registan.participant.Participants;
import org.registan.record.RecordType;
import org.registan.web.Call;
import org.registan.web.Cursors;
import org.registan.web.Idempotency;
import org.registan.web.Platform;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/**
 * What an agency does with a file that it moved in, and what its national authority, which may
 * approve it, reads of it. To everyone else there is no such import.
 */
@ApplicationScoped
class Intake {

  private static final ProblemType NOTHING =
      new ProblemType(
          "nothing-drafted",
          409,
          "None of its records became a draft: there is nothing to release");

  private final Database database;
  private final Imports imports;
  private final Entries entries;
  private final Desk desk;
  private final Idempotency idempotency;
  private final Platform platform;
  private final Participants participants;
  private final Audit audit;

  Intake(
      Database database,
      Imports imports,
      Entries entries,
      Desk desk,
      Idempotency idempotency,
      Platform platform,
      Participants participants,
      Audit audit) {
    this.database = database;
    this.imports = imports;
    this.entries = entries;
    this.desk = desk;
    this.idempotency = idempotency;
    this.platform = platform;
    this.participants = participants;
    this.audit = audit;
  }

  /** An import as it stands, with the entity tag of exactly that. */
  record Shown(Import batch, String json, String etag) {}

  Shown show(Actor actor, RecordType type, String id) {
    return database.act(handle -> show(handle, follow(handle, actor, type, id)));
  }

  /** The imports of the actor's agency, or for a national authority all of its state's. */
  Cursors.Page<String> list(Actor actor, RecordType type, Call call) {
    return database.act(handle -> {
      var all = participants.isNationalAuthority(handle, actor);
      var agency = all ? Optional.<String>empty() : Optional.of(actor.agency());
      var key = platform.row(handle).cursorKey();
      var bound =
          String.join(
              "\n",
              "imports",
              actor.participant(),
              type.name(),
              agency.map("of "::concat).orElse(""));
      var after = call.one("cursor").map(it -> Cursors.open(key, bound, it, Imports.Place.class));
      var found =
          imports.page(handle, actor, type.name(), agency, after.orElse(null), call.limit() + 1);
      return Cursors.page(
              key, bound, found, call.limit(), it -> new Imports.Place(it.receivedAt(), it.id()))
          .map(it -> Json.write(ImportView.listed(it)));
    });
  }

  /** An import of the actor's agency, or for a national authority of any of its state's. */
  private Import follow(Handle handle, Actor actor, RecordType type, String id) {
    return participants.isNationalAuthority(handle, actor)
        ? Ids.parse(id)
            .flatMap(it -> imports.ofState(handle, actor, type.name(), it))
            .orElseThrow(Problem::notFound)
        : find(handle, actor, type, id);
  }

  private Import find(Handle handle, Actor actor, RecordType type, String id) {
    return Ids.parse(id)
        .flatMap(it -> imports.find(handle, actor, type.name(), it))
        .orElseThrow(Problem::notFound);
  }

  private Shown show(Handle handle, Import batch) {
    var view = ImportView.of(batch);
    view.set("records", ImportView.of(imports.counts(handle, batch.id())));
    var json = Json.write(view);
    return new Shown(batch, json, "\"" + Digest.of(json).substring(0, 22) + "\"");
  }

  private record Place(int row) {}

  /** What became of each record of the file, in the order of its rows. */
  Cursors.Page<String> report(Actor actor, RecordType type, String id, Call call) {
    return database.act(handle -> {
      var batch = follow(handle, actor, type, id);
      var outcome = call.one("outcome").map(Import.Outcome::valueOf);
      var key = platform.row(handle).cursorKey();
      var bound =
          String.join("\n", "report", actor.participant(), id, outcome.map(Enum::name).orElse(""));
      var after = call.one("cursor").map(it -> Cursors.open(key, bound, it, Place.class).row());
      var found = entries.page(handle, batch.id(), outcome, after.orElse(0), call.limit() + 1);
      return Cursors.page(key, bound, found, call.limit(), it -> new Place(it.row()))
          .map(ImportView::line);
    });
  }

  /** Proposes to release all of its drafts at once. */
  Desk.Shown propose(Actor actor, RecordType type, String id, Call call, byte[] body) {
    var reason = call.body(body).path("reason").asText();
    return database.act(handle -> {
      var shown = show(handle, find(handle, actor, type, id));
      var proposal =
          idempotency.once(
              handle,
              call.creation(actor.participant(), actor.account(), body),
              () -> {
                call.requireMatch(shown.etag());
                requireDrafted(shown.batch());
                requireAny(shown.batch());
                return desk.propose(
                    handle,
                    actor,
                    new Desk.Wish(
                        ImportProposals.type(shown.batch()),
                        shown.batch().from().agency(),
                        null,
                        null,
                        ImportProposals.content(shown.batch()),
                        reason));
              });
      return desk.show(handle, actor, proposal);
    });
  }

  /** Throws its drafts away. */
  Shown discard(Actor actor, RecordType type, String id, Call call) {
    return database.act(handle -> {
      var shown = show(handle, find(handle, actor, type, id));
      call.requireMatch(shown.etag());
      requireDrafted(shown.batch());
      var batch = shown.batch().id();
      if (!imports.move(handle, batch, Import.State.DRAFTED, Import.State.DISCARDING)) {
        throw Problem.notPossible(shown.batch().state().name(), List.of());
      }
      audit.write(
          handle,
          Event.administration(type.name() + ".discard-import", actor, Map.of("import", id)));
      return show(handle, find(handle, actor, type, id));
    });
  }

  private static void requireAny(Import batch) {
    if (Objects.equals(batch.drafted(), 0)) {
      throw Problem.of(NOTHING, null);
    }
  }

  private static void requireDrafted(Import batch) {
    if (batch.state() != Import.State.DRAFTED) {
      throw Problem.notPossible(batch.state().name(), List.of());
    }
  }
}
