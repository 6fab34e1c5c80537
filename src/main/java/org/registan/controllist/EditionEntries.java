package org.registan.controllist;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.database.Database;
import org.registan.identity.Stay;
import org.registan.kernel.Actor;
import org.registan.kernel.Digest;
import org.registan.kernel.Json;
import org.registan.ledger.PartReads;
import org.registan.ledger.Seen;
import org.registan.record.Records;
import org.registan.record.Status;
import org.registan.web.Cursors;
import org.registan.web.Platform;
import org.registan.web.Problem;

/**
 * The entries of an edition as someone reads them: whoever sees that the edition has entries reads
 * them, each read logged as one of the edition.
 */
@ApplicationScoped
class EditionEntries {

  /** Blocks in one part of a stream. */
  private static final int MOST = 200;

  private final EditionType type;
  private final EditionBlocks blocks;
  private final EntryRanges ranges;
  private final PartReads parts;
  private final Records records;
  private final Platform platform;
  private final Database database;

  EditionEntries(
      EditionType type,
      EditionBlocks blocks,
      EntryRanges ranges,
      PartReads parts,
      Records records,
      Platform platform,
      Database database) {
    this.type = type;
    this.blocks = blocks;
    this.ranges = ranges;
    this.parts = parts;
    this.records = records;
    this.platform = platform;
    this.database = database;
  }

  /** What is asked for of an edition: all of its entries, or one with what stands under it. */
  record Wish(String edition, Optional<String> code) {}

  /**
   * An edition whose entries its reader may have.
   *
   * @param stored under which record they are: its own, or the base's of a draft without any
   */
  record Opened(Seen seen, JsonNode view, EditionContent.Entries entries, UUID stored) {

    /** An entity tag of these entries in some form, which may have the edition's handling on it. */
    String tag(String form) {
      var text = String.join("\n", seen.etag(), entries.sha256(), form);
      return "\"" + Digest.of(text).substring(0, 22) + "\"";
    }
  }

  Opened open(Handle handle, Actor actor, String edition) {
    return opened(handle, parts.read(handle, actor, wanted(edition)));
  }

  /** One that was read and logged already. */
  Opened opened(Handle handle, Seen seen) {
    var view = Json.parse(seen.json());
    var stored = stored(handle, seen.owner(), seen.id(), view).orElseThrow(Problem::notFound);
    return new Opened(seen, view, stored.entries(), stored.record());
  }

  /** Under which record entries are. */
  record Stored(UUID record, EditionContent.Entries entries) {}

  /** Those of an edition, or else those of its base, with which its draft begins. */
  Optional<Stored> stored(Handle handle, String owner, UUID id, JsonNode content) {
    return content.has("entries")
        ? Optional.of(stored(id, content))
        : based(handle, owner, content);
  }

  /** Those of the edition that an owner's edition follows. */
  Optional<Stored> based(Handle handle, String owner, JsonNode content) {
    return records
        .named(handle, owner, EditionType.NAME, content.path("base").asText())
        .flatMap(it -> records.find(handle, owner, it))
        .filter(it -> it.content().has("entries"))
        .map(it -> stored(it.id(), it.content()));
  }

  private static Stored stored(UUID id, JsonNode content) {
    return new Stored(id, Json.to(content.path("entries"), EditionContent.Entries.class));
  }

  /** Of its own draft, an owner sees the entries that it would begin with. */
  private static boolean shows(Seen seen) {
    var view = Json.parse(seen.body());
    return view.has("entries") || (seen.status().equals(Status.DRAFT) && view.has("base"));
  }

  private PartReads.Wanted wanted(String edition) {
    return new PartReads.Wanted(type, edition, "entries", "", EditionEntries::shows);
  }

  /** The same entries as before: a draft may have others by now. */
  private PartReads.Wanted unchanged(Opened opened) {
    var entries = opened.view().path("entries");
    return new PartReads.Wanted(
        type,
        opened.seen().id().toString(),
        "entries",
        "",
        it -> shows(it) && Json.parse(it.body()).path("entries").equals(entries));
  }

  /** Where a page begins: an entry of a block. */
  private record Place(int n, int index) {}

  /** Entries from a cursor on, in the order of the text. */
  Cursors.Page<JsonNode> page(
      Handle handle, Actor actor, Opened opened, Wish wish, int limit, Optional<String> cursor) {
    var range = ranges.of(handle, opened.stored(), opened.entries().scheme(), wish.code());
    var bound =
        String.join(
            "\n",
            actor.participant(),
            "entries",
            opened.seen().id().toString(),
            opened.entries().sha256(),
            wish.code().orElse(""));
    var key = platform.row(handle).cursorKey();
    var from = cursor.map(it -> Cursors.open(key, bound, it, Place.class)).orElse(new Place(0, 0));
    var items = new ArrayList<JsonNode>();
    var read =
        blocks.read(
            handle, opened.stored(), Math.max(range.from(), from.n()), range.before(), limit + 1);
    for (var block : read.items()) {
      var entries = range.of(block);
      for (int i = block.n() == from.n() ? from.index() : 0; i < entries.size(); i++) {
        if (items.size() == limit) {
          return page(key, bound, items, new Place(block.n(), i));
        }
        items.add(entries.get(i));
      }
    }
    return read.more()
        ? page(key, bound, items, new Place(read.items().getLast().n() + 1, 0))
        : new Cursors.Page<>(items, Optional.empty());
  }

  private static Cursors.Page<JsonNode> page(
      String key, String bound, List<JsonNode> items, Place next) {
    return new Cursors.Page<>(items, Optional.of(Cursors.seal(key, bound, next)));
  }

  /**
   * All that is asked for, read a part at a time, each in a snapshot of its own: before each, its
   * reader must still be let in and see the same entries.
   */
  Iterator<JsonNode> all(Stay stay, Opened opened, Wish wish) {
    return new EntryParts(from -> following(stay, opened, wish, from));
  }

  private EntryParts.Part following(Stay stay, Opened opened, Wish wish, int from) {
    stay.require();
    return database
        .act(handle ->
            parts.stillShows(handle, stay.actor(), unchanged(opened))
                ? Optional.of(part(handle, opened, wish, from))
                : Optional.<EntryParts.Part>empty())
        .orElseThrow(() -> new UncheckedIOException(new IOException("taken back meanwhile")));
  }

  private EntryParts.Part part(Handle handle, Opened opened, Wish wish, int from) {
    var range = ranges.of(handle, opened.stored(), opened.entries().scheme(), wish.code());
    var first = Math.max(range.from(), from);
    var read = blocks.read(handle, opened.stored(), first, range.before(), MOST);
    return new EntryParts.Part(
        read.items().stream().flatMap(it -> range.of(it).stream()).toList(),
        read.more() ? Optional.of(read.items().getLast().n() + 1) : Optional.empty());
  }
}
