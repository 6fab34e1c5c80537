package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.audit.Mention;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.record.RecordType;
import org.registan.web.Cursors;
import org.registan.web.Platform;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/**
 * What a participant reads. Each read is logged in the transaction that read it, for the reader and
 * for each owner; what is read is sent only after that is committed.
 */
@ApplicationScoped
public class Reads {

  /** As many as on the longest page; a stream goes on with the next. */
  public static final int CHUNK = 200;

  /** How many to read after so many fitted: not all of what is long, time and again, for a few. */
  public static int after(int fitted) {
    return Math.min(CHUNK, 2 * fitted);
  }

  private final Seeing seeing;
  private final History history;
  private final Links links;
  private final Obtained obtained;
  private final Audit audit;
  private final Platform platform;
  private final Clock clock;

  Reads(
      Seeing seeing,
      History history,
      Links links,
      Obtained obtained,
      Audit audit,
      Platform platform,
      Clock clock) {
    this.seeing = seeing;
    this.history = history;
    this.links = links;
    this.obtained = obtained;
    this.audit = audit;
    this.platform = platform;
    this.clock = clock;
  }

  /** The record with this id or reference at the actor's level, or the same 404 in every case. */
  public Seen one(Handle handle, Actor actor, RecordType type, String name) {
    return logged(handle, actor, type, "record.read", find(handle, actor, type, name), name);
  }

  /** The actor's own record, which it is about to change: visible, then the actor's. */
  public Seen own(Handle handle, Actor actor, RecordType type, String name) {
    var seen = find(handle, actor, type, name);
    if (seen.isEmpty()) {
      logRefusal(handle, Event.refused("record.own.missed", actor, type.name(), name));
      throw Problem.notFound();
    }
    if (!seen.get().owner().equals(actor.participant())) {
      logRefusal(handle, Event.read("record.own.refused", actor, List.of(seen.get().mention())));
      throw Problem.notYours();
    }
    return seen.get();
  }

  /** Another's record, about which the actor wants to say something: visible, then not its own. */
  public Seen foreign(Handle handle, Actor actor, RecordType type, String name) {
    var seen = find(handle, actor, type, name);
    if (seen.isEmpty()) {
      logRefusal(handle, Event.refused("record.foreign.missed", actor, type.name(), name));
      throw Problem.notFound();
    }
    if (seen.get().owner().equals(actor.participant())) {
      logRefusal(handle, Event.refused("record.foreign.refused", actor, type.name(), name));
      throw Problem.of(ProblemType.YOURS, null);
    }
    audit.writeInAnyCase(
        handle, Event.readFor("record.foreign", actor, List.of(seen.get().mention()), Map.of()));
    return seen.get();
  }

  /** The actor's own record, of which it reads to whom it is released. */
  public Seen released(Handle handle, Actor actor, RecordType type, String name) {
    var own = own(handle, actor, type, name);
    log(handle, actor, "record.releases", List.of(own));
    return own;
  }

  /** The actor's own record as another participant sees it. */
  public Seen viewAs(Handle handle, Actor actor, RecordType type, String name, String recipient) {
    var own = own(handle, actor, type, name);
    var now = clock.instant();
    var seen = seeing.byId(handle, recipient, type.name(), own.id(), now);
    return logged(handle, actor, type, "record.view-as", seen, name);
  }

  Optional<Seen> find(Handle handle, Actor actor, RecordType type, String name) {
    return seeing
        .bare(handle, actor.participant(), type.name(), name, clock.instant())
        .filter(it -> actor.mayRead(it.owner()))
        .map(it -> seeing.full(handle, List.of(it)).getFirst());
  }

  private Seen logged(
      Handle handle, Actor actor, RecordType type, String event, Optional<Seen> seen, String name) {
    if (seen.isEmpty()) {
      logRefusal(handle, Event.refused(event + ".missed", actor, type.name(), name));
      throw Problem.notFound();
    }
    log(handle, actor, event, List.of(seen.get()));
    return seen.get();
  }

  /** Logs a refusal and commits that apart from it, before anything else is written. */
  void logRefusal(Handle handle, Event refusal) {
    audit.write(handle, refusal);
    handle.commit();
  }

  /** So many of what a query finds, from a cursor on. */
  public record Part(Query query, int limit, Optional<String> cursor) {}

  /** A page of what the actor sees. */
  public Cursors.Page<Seen> list(Handle handle, Actor actor, RecordType type, Part part) {
    return page(handle, actor, type, "record.list", part);
  }

  /** A part of an export, in a snapshot of its own. */
  public Cursors.Page<Seen> chunk(Handle handle, Actor actor, RecordType type, Part part) {
    return page(handle, actor, type, "record.export", part);
  }

  private Cursors.Page<Seen> page(
      Handle handle, Actor actor, RecordType type, String event, Part part) {
    var query = part.query();
    var bound = String.join("\n", actor.participant(), type.name(), Json.write(query));
    var key = platform.row(handle).cursorKey();
    var after = part.cursor().map(it -> Cursors.open(key, bound, it, Seeing.Place.class));
    var found =
        seeing.page(
            handle,
            actor.participant(),
            type.name(),
            query,
            new Seeing.Page(after.orElse(null), part.limit(), clock.instant()));
    var page =
        Cursors.page(
            key, bound, found.items(), found.more(), it -> new Seeing.Place(it.date(), it.id()));
    log(handle, actor, event, page.items());
    return page;
  }

  public List<History.ReadableVersion> versions(
      Handle handle, Actor actor, RecordType type, String name) {
    var seen = one(handle, actor, type, name);
    return history.readable(handle, actor.participant(), seen);
  }

  public Seen version(Handle handle, Actor actor, RecordType type, String name, int version) {
    var seen = find(handle, actor, type, name);
    var old = seen.flatMap(it -> history.version(handle, actor.participant(), it, version));
    return logged(handle, actor, type, "record.read-version", old, name + "/" + version);
  }

  public List<Links.Link> links(Handle handle, Actor actor, RecordType type, String name) {
    var seen = one(handle, actor, type, name);
    if (seen.level() != Level.OWNER && History.withdrawn(seen)) {
      return List.of();
    }
    var followed = links.of(handle, actor.participant(), type, seen.id());
    // Taken back meanwhile, it may lead elsewhere by now.
    if (seeing.bare(handle, actor.participant(), type.name(), name, clock.instant()).isEmpty()) {
      throw Problem.notFound();
    }
    audit.write(
        handle,
        Event.read("record.read", actor, followed.stream().map(Links.Followed::target).toList()));
    return followed.stream().map(Links.Followed::link).toList();
  }

  /** Logs what was read, and for the owners on which day it was. */
  void log(Handle handle, Actor actor, String event, List<Seen> seen) {
    log(handle, actor, event, seen, Map.of());
  }

  void log(Handle handle, Actor actor, String event, List<Seen> seen, Map<String, String> facts) {
    logMentions(handle, actor, event, seen.stream().map(Seen::mention).toList(), facts);
  }

  void logMentions(
      Handle handle, Actor actor, String event, List<Mention> seen, Map<String, String> facts) {
    audit.write(handle, new Event(event, actor, seen, facts, Map.of()));
    var foreign =
        seen.stream()
            .filter(it -> it.level() != Level.OWNER && !it.owner().equals(actor.participant()))
            .map(Mention::id)
            .toList();
    obtained.write(handle, actor.participant(), foreign);
  }
}
