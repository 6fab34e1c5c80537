package org.registan.controllist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.registan.codes.CodeScheme;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.ledger.Newest;
import org.registan.search.After;
import org.registan.search.Groups;
import org.registan.search.Hit;
import org.registan.web.Cursors;
import org.registan.web.Platform;

/**
 * Searches the entries of the editions in effect on a day that the reader sees in full. Which those
 * are is read from the database; the index is asked for their entries alone.
 */
@ApplicationScoped
class EntrySearch {

  private static final ControlLists.Reading READING =
      new ControlLists.Reading(Level.DETAIL, "control-list.search", Map.of());

  /** Characters in one answer; a page of the longest entries is shorter. */
  private static final int LENGTH = 4_000_000;

  private final ControlLists lists;
  private final EditionBlocks blocks;
  private final StoredBlocks stored;
  private final EntryIndex index;
  private final Platform platform;
  private final Database database;

  EntrySearch(
      ControlLists lists,
      EditionBlocks blocks,
      StoredBlocks stored,
      EntryIndex index,
      Platform platform,
      Database database) {
    this.lists = lists;
    this.blocks = blocks;
    this.stored = stored;
    this.index = index;
    this.platform = platform;
    this.database = database;
  }

  /** An edition and the blocks in which is searched. */
  private static final class Searched {

    private final Newest.Found found;
    private final long[] blocks;

    Searched(Newest.Found found, long[] blocks) {
      this.found = found;
      this.blocks = blocks;
    }

    boolean has(Hit hit) {
      return Arrays.binarySearch(blocks, hit.group()) >= 0;
    }
  }

  private record Part(int limit, Optional<String> cursor) {}

  /** The best first. Editions that nobody searched before go into the index first. */
  Cursors.Page<String> page(Actor actor, EntryQuestion asked, int limit, Optional<String> cursor) {
    while (true) {
      var missing = new HashMap<UUID, CodeScheme>();
      var page =
          database.act(handle -> {
            missing.clear();
            return page(handle, actor, asked, new Part(limit, cursor), missing);
          });
      if (page.isPresent()) {
        return page.get();
      }
      index.take(missing);
    }
  }

  /** One page, unless the index lacks editions that it needs. */
  private Optional<Cursors.Page<String>> page(
      Handle handle, Actor actor, EntryQuestion asked, Part part, Map<UUID, CodeScheme> missing) {
    var found = lists.searched(handle, actor, asked.wish(), READING);
    var extents = index.extents(found.stream().map(Newest.Found::id).collect(Collectors.toSet()));
    found.stream()
        .filter(it -> !extents.containsKey(it.id()))
        .forEach(it -> missing.put(it.id(), scheme(it)));
    if (!missing.isEmpty()) {
      return Optional.empty();
    }
    var editions =
        found.stream()
            .map(it -> new Searched(it, extent(extents, it.id()).under(asked.headings())))
            .toList();
    var key = platform.row(handle).cursorKey();
    var bound = String.join("\n", actor.participant(), "entries", asked.written());
    var after = part.cursor().map(it -> Cursors.open(key, bound, it, After.class)).orElse(null);
    var visible = editions.stream().flatMapToLong(it -> LongStream.of(it.blocks)).toArray();
    var page = index.corpus().search(asked.question(), Groups.of(visible), part.limit(), after);
    var items = items(handle, page.hits(), editions);
    var shown = page.hits().subList(0, items.size());
    var read = editions.stream().filter(it -> shown.stream().anyMatch(it::has));
    lists.found(handle, actor, asked.wish(), READING, read.map(it -> it.found).toList());
    var more = page.more() || shown.size() < page.hits().size();
    return Optional.of(Cursors.page(key, bound, items, more, Item::place).map(Item::json));
  }

  private static Extent extent(Map<UUID, Extent> extents, UUID record) {
    return Objects.requireNonNull(extents.get(record));
  }

  private static CodeScheme scheme(Newest.Found found) {
    var entries = Json.parse(found.seen().json()).path("entries");
    return Json.to(entries, EditionContent.Entries.class).scheme();
  }

  private record Item(String json, After place) {}

  /** As many of them as one answer holds, the first in any case. */
  private List<Item> items(Handle handle, List<Hit> hits, List<Searched> editions) {
    var readable = readable(handle, hits);
    var bodies =
        blocks.bodies(handle, readable.stream().map(Hit::group).collect(Collectors.toSet()));
    var items = new ArrayList<Item>();
    long length = 0;
    for (var hit : readable) {
      var block = bodies.getOrDefault(hit.group(), List.of());
      var in = editions.stream().filter(it -> it.has(hit)).map(it -> it.found).toList();
      var json = Json.write(FoundEntry.told(hit, block, in));
      length += json.length();
      if (length > LENGTH && !items.isEmpty()) {
        return items;
      }
      items.add(new Item(json, hit.after()));
    }
    return items;
  }

  /** Those whose blocks may be read at once. */
  private List<Hit> readable(Handle handle, List<Hit> hits) {
    var lengths = stored.lengths(handle, hits.stream().map(Hit::group).collect(Collectors.toSet()));
    var counted = new HashSet<Long>();
    long length = 0;
    for (int i = 0; i < hits.size(); i++) {
      var group = hits.get(i).group();
      length += counted.add(group) ? lengths.getOrDefault(group, 0) : 0;
      if (length > LENGTH && i > 0) {
        return hits.subList(0, i);
      }
    }
    return hits;
  }
}
