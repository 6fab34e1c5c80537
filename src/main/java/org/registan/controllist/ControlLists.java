package org.registan.controllist;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Actor;
import org.registan.kernel.Level;
import org.registan.ledger.Newest;
import org.registan.ledger.Query;
import org.registan.web.Cursors;

/**
 * The lists of states as they stand on a day: of each the edition that took effect last on that day
 * or before, among those that the reader sees.
 */
@ApplicationScoped
class ControlLists {

  private final EditionType type;
  private final Newest newest;
  private final Clock clock;

  ControlLists(EditionType type, Newest newest, Clock clock) {
    this.type = type;
    this.newest = newest;
    this.clock = clock;
  }

  /**
   * Which lists, as of when.
   *
   * @param asOf the day; today, in UTC, where it is absent
   */
  record Wish(
      Optional<LocalDate> asOf, List<String> owners, List<String> lists, List<String> kinds) {}

  LocalDate day(Wish wish) {
    return wish.asOf().orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /** A page of them, by owner and list. */
  Cursors.Page<Newest.Found> page(
      Handle handle, Actor actor, Wish wish, Reading reading, int limit, Optional<String> cursor) {
    return newest.page(handle, actor, asked(wish, reading), limit, cursor);
  }

  /** All of them, as many as there are lists, unlogged: those that a search finds are logged. */
  List<Newest.Found> searched(Handle handle, Actor actor, Wish wish, Reading reading) {
    return newest.unlogged(handle, actor, asked(wish, reading));
  }

  /** Logs as read what a search found. */
  void found(Handle handle, Actor actor, Wish wish, Reading reading, List<Newest.Found> found) {
    newest.log(handle, actor, asked(wish, reading), found);
  }

  /**
   * What they are read for.
   *
   * @param shown the level at which an edition says that
   * @param event what the log calls it
   */
  record Reading(Level shown, String event, Map<String, String> facts) {}

  private Newest.Wish asked(Wish wish, Reading reading) {
    var any = new TreeMap<String, List<String>>();
    put(any, "list", wish.lists());
    put(any, "listKind", wish.kinds());
    var query =
        new Query(
            wish.owners().stream().sorted().distinct().toList(),
            List.of(EditionType.NOTIFIED),
            null,
            null,
            any,
            Map.of(),
            Map.of("effectiveFrom", new Query.Range(null, day(wish).toString())));
    return new Newest.Wish(
        type,
        query,
        new Newest.Order("list", "effectiveFrom", Level.CORE, reading.shown(), true),
        reading.event(),
        reading.facts());
  }

  private static void put(Map<String, List<String>> any, String key, List<String> values) {
    if (!values.isEmpty()) {
      any.put(key, values.stream().sorted().distinct().toList());
    }
  }
}
