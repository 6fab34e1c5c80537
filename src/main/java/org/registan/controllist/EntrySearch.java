package org.registan.controllist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.registan.search.Highlight;
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
  private final EntryIndex index;
  private final Platform platform;
  private final Database database;

  EntrySearch(
      ControlLists lists,
      EditionBlocks blocks,
      EntryIndex index,
      Platform platform,
      Database database) {
    this.lists = lists;
    this.blocks = blocks;
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

  /** The best first. */
  Cursors.Page<String> page(Actor actor, EntryQuestion asked, int limit, Optional<String> cursor) {
    var bound = String.join("\n", actor.participant(), "entries", asked.written());
    return database.act(handle -> {
      var key = platform.row(handle).cursorKey();
      var after = cursor.map(it -> Cursors.open(key, bound, it, After.class)).orElse(null);
      var editions = editions(handle, actor, asked);
      var visible = editions.stream().flatMapToLong(it -> LongStream.of(it.blocks)).toArray();
      var page = index.corpus().search(asked.question(), Groups.of(visible), limit, after);
      var told = told(handle, page.hits(), editions);
      var shown = page.hits().subList(0, told.size());
      var read = editions.stream().filter(it -> shown.stream().anyMatch(it::has));
      lists.found(handle, actor, asked.wish(), READING, read.map(it -> it.found).toList());
      var items = new ArrayList<Item>();
      for (int i = 0; i < told.size(); i++) {
        items.add(new Item(told.get(i), shown.get(i).after()));
      }
      var more = page.more() || shown.size() < page.hits().size();
      return Cursors.page(key, bound, items, more, Item::place).map(Item::json);
    });
  }

  private record Item(String json, After place) {}

  private List<Searched> editions(Handle handle, Actor actor, EntryQuestion asked) {
    var found = lists.searched(handle, actor, asked.wish(), READING);
    var schemes = found.stream().collect(Collectors.toMap(Newest.Found::id, EntrySearch::scheme));
    var extents = index.extents(handle, schemes);
    return found.stream()
        .map(it -> new Searched(it, extent(extents, it.id()).under(asked.headings())))
        .toList();
  }

  private static Extent extent(Map<UUID, Extent> extents, UUID record) {
    return Objects.requireNonNull(extents.get(record));
  }

  private static CodeScheme scheme(Newest.Found found) {
    var entries = Json.parse(found.seen().json()).path("entries");
    return Json.to(entries, EditionContent.Entries.class).scheme();
  }

  /** As many of them as one answer holds, the first in any case. */
  private List<String> told(Handle handle, List<Hit> hits, List<Searched> editions) {
    var groups = hits.stream().map(Hit::group).collect(Collectors.toSet());
    var bodies = blocks.bodies(handle, groups);
    var told = new ArrayList<String>();
    long length = 0;
    for (var hit : hits) {
      var block = bodies.getOrDefault(hit.group(), List.of());
      var json = Json.write(told(hit, block, editions));
      length += json.length();
      if (length > LENGTH && !told.isEmpty()) {
        return told;
      }
      told.add(json);
    }
    return told;
  }

  private static ObjectNode told(Hit hit, List<Entry> block, List<Searched> editions) {
    var entry = block.get((int) hit.id());
    var told = Json.object();
    var in = told.putArray("editions");
    for (var it : editions) {
      if (it.has(hit)) {
        var found = it.found;
        told.put("owner", found.owner());
        var named = in.addObject().put("list", found.series());
        named.set("edition", EditionNames.of(Json.parse(found.seen().json())));
      }
    }
    told.set("entry", Json.tree(entry));
    var above = told.putArray("above");
    above(entry, block).forEach(it -> above.add(Json.tree(it)));
    var highlights = told.putArray("highlights");
    hit.highlights().forEach(it -> highlights.add(highlight(it)));
    return told;
  }

  /** What an entry stands under in its block, the highest first. */
  private static List<Entry> above(Entry entry, List<Entry> block) {
    var above = new ArrayList<Entry>();
    var parent = entry.parent();
    for (var each : block.reversed()) {
      if (each.key().equals(parent)) {
        above.addFirst(each);
        parent = each.parent();
      }
    }
    return above;
  }

  private static ObjectNode highlight(Highlight highlight) {
    var told = Json.object().put("field", highlight.field());
    if (!highlight.lang().isEmpty()) {
      told.put("lang", highlight.lang());
    }
    told.set("pieces", Json.MAPPER.valueToTree(highlight.pieces()));
    if (highlight.cutBefore()) {
      told.put("cutBefore", true);
    }
    if (highlight.cutAfter()) {
      told.put("cutAfter", true);
    }
    return told;
  }
}
