package org.registan.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.record.Persons;
import org.registan.record.Status;
import org.registan.record.Versions;

/**
 * Which versions a reader may read: those current during its present unbroken release, each at the
 * lower of the highest level it then had and its level now (DESIGN 5).
 */
@ApplicationScoped
public class History {

  private final Versions versions;
  private final Told told;
  private final Persons persons;

  History(Versions versions, Told told, Persons persons) {
    this.versions = versions;
    this.told = told;
    this.persons = persons;
  }

  /** A version as its reader may know of it; who, what and why are told to the owner alone. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ReadableVersion(
      int version,
      Level disclosure,
      Instant from,
      @Nullable String act,
      @Nullable By by,
      @Nullable String reason) {}

  /** A person of the owner. */
  public record By(String account, String agency) {}

  /** The layer and revision whose document is the version. */
  private record Source(Level layer, int rev) {}

  private record Known(int number, Source source, Versions.Version version) {}

  /** The versions that a reader may read, newest first. */
  List<ReadableVersion> readable(Handle handle, String reader, Seen seen) {
    var own = seen.level() == Level.OWNER;
    var since = dates(handle, seen.id());
    return known(handle, reader, seen).stream()
        .sorted(Comparator.comparingInt(Known::number).reversed())
        .map(it ->
            new ReadableVersion(
                it.number(),
                it.source().layer(),
                since.getOrDefault(it.source(), it.version().at()),
                own ? it.version().act() : null,
                own ? new By(it.version().account(), it.version().agency()) : null,
                own ? it.version().reason() : null))
        .toList();
  }

  /** One readable version. */
  Optional<Seen> version(Handle handle, String reader, Seen seen, int number) {
    return known(handle, reader, seen).stream()
        .filter(it -> it.number() == number)
        .findFirst()
        .flatMap(it -> document(handle, seen, it));
  }

  private List<Known> known(Handle handle, String reader, Seen seen) {
    var all = versions.of(handle, seen.id());
    var levels = levels(told.of(handle, reader, seen.id()), all, seen);
    var byNumber = new TreeMap<Integer, Known>();
    for (var version : all) {
      var then = levels.getOrDefault(version.n(), Level.NONE);
      var level = then.min(seen.level());
      if (level.isReadable()) {
        var number = version.revision(seen.level());
        var known = new Known(number, new Source(level, version.revision(level)), version);
        byNumber.merge(number, known, History::higher);
      }
    }
    return seen.level() == Level.OWNER ? List.copyOf(byNumber.values()) : distinct(byNumber);
  }

  private static Known higher(Known one, Known other) {
    return other.source().layer().compareTo(one.source().layer()) > 0 ? other : one;
  }

  /** Of several numbers with the same document only the last, so that no hidden change shows. */
  private static List<Known> distinct(Map<Integer, Known> byNumber) {
    var bySource = new HashMap<Source, Known>();
    byNumber.values().forEach(it -> bySource.put(it.source(), it));
    return List.copyOf(bySource.values());
  }

  /** The highest level that the reader had while each version was current. */
  private static Map<Integer, Level> levels(
      List<Told.Line> entries, List<Versions.Version> all, Seen seen) {
    var newest = all.isEmpty() ? 0 : all.getLast().n();
    if (seen.level() == Level.OWNER) {
      return all.stream().collect(Collectors.toMap(Versions.Version::n, it -> Level.OWNER));
    }
    return withdrawn(seen) ? Map.of(newest, seen.level()) : levels(entries, newest);
  }

  /** The same, of what a reader was told of up to the newest version. */
  static Map<Integer, Level> levels(List<Told.Line> entries, int newest) {
    var levels = new HashMap<Integer, Level>();
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      var last = newest;
      if (i + 1 < entries.size()) {
        var next = entries.get(i + 1);
        last = next.acted() ? next.n() - 1 : next.n();
      }
      for (int n = entry.n(); n <= last; n++) {
        levels.merge(n, entry.level(), Level::max);
      }
    }
    return levels;
  }

  /** Of a record withdrawn in error, recipients see its frame alone. */
  static boolean withdrawn(Seen seen) {
    return Json.parse(seen.body()).path("status").asText().equals(Status.ISSUED_IN_ERROR);
  }

  private Optional<Seen> document(Handle handle, Seen seen, Known known) {
    return handle
        .createQuery(
            "SELECT at, body FROM doc_history"
                + " WHERE record = :record AND layer = :layer AND rev = :rev")
        .bind("record", seen.id())
        .bind("layer", known.source().layer())
        .bind("rev", known.source().rev())
        .map((row, ctx) ->
            new Seen(
                seen.type(),
                seen.id(),
                seen.owner(),
                known.source().layer(),
                known.number(),
                ctx.findColumnMapperFor(Instant.class).orElseThrow().map(row, 1, ctx),
                seen.date(),
                row.getString(2)))
        .findOne()
        .map(it -> it.with(persons.putBack(handle, List.of(it.body())).getFirst()));
  }

  private static Map<Source, Instant> dates(Handle handle, UUID record) {
    var dates = new HashMap<Source, Instant>();
    handle
        .createQuery("SELECT layer, rev, at FROM doc_history WHERE record = :record")
        .bind("record", record)
        .map((row, ctx) ->
            Map.entry(
                new Source(Level.of(row.getInt(1)), row.getInt(2)),
                ctx.findColumnMapperFor(Instant.class).orElseThrow().map(row, 3, ctx)))
        .forEach(it -> dates.put(it.getKey(), it.getValue()));
    return dates;
  }
}
