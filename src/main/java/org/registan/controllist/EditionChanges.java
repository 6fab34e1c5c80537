package org.registan.controllist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Actor;
import org.registan.kernel.Digest;
import org.registan.kernel.Json;
import org.registan.ledger.Links;
import org.registan.ledger.Reads;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** What an edition has otherwise than another, for whoever reads the entries of both. */
@ApplicationScoped
class EditionChanges {

  private final EditionType type;
  private final EditionEntries entries;
  private final EditionBlocks blocks;
  private final BlockRoots roots;
  private final Reads reads;

  EditionChanges(
      EditionType type,
      EditionEntries entries,
      EditionBlocks blocks,
      BlockRoots roots,
      Reads reads) {
    this.type = type;
    this.entries = entries;
    this.blocks = blocks;
    this.roots = roots;
    this.reads = reads;
  }

  /**
   * Two editions that their reader has.
   *
   * @param follows whether the later follows the earlier, so that its effects are against that
   */
  record Pair(EditionEntries.Opened from, EditionEntries.Opened to, boolean follows) {

    /** An entity tag of the changes in some form. */
    String tag(String form) {
      var text = String.join("\n", from.tag(form), to.tag(form));
      return "\"" + Digest.of(text).substring(0, 22) + "\"";
    }
  }

  /** The editions asked for; without an earlier one, the one that the later follows. */
  Pair open(Handle handle, Actor actor, String to, Optional<String> from) {
    var later = entries.open(handle, actor, to);
    var followed = followed(handle, actor, later);
    var earlier =
        from.or(() -> followed.map(UUID::toString))
            .map(it -> entries.open(handle, actor, it))
            .orElseThrow(() ->
                Problem.invalid(
                    List.of(
                        Fault.in("from", "is needed, as this edition follows none that you see"))));
    return new Pair(earlier, later, followed.filter(earlier.seen().id()::equals).isPresent());
  }

  private Optional<UUID> followed(Handle handle, Actor actor, EditionEntries.Opened later) {
    return reads.links(handle, actor, type, later.seen().id().toString()).stream()
        .filter(it -> it.relation().equals(EditionType.FOLLOWS))
        .map(Links.Link::id)
        .findFirst();
  }

  /** Of what both have the same, no more is read than where it stands. */
  List<Change> between(Handle handle, UUID from, UUID to) {
    var before = blocks.order(handle, from);
    var after = blocks.order(handle, to);
    var shared = new HashSet<>(before);
    shared.retainAll(new HashSet<>(after));
    var own = new HashSet<>(before);
    own.addAll(after);
    own.removeAll(shared);
    var stubs = roots.of(handle, shared);
    var bodies = blocks.bodies(handle, own);
    return Changes.between(read(before, stubs, bodies), read(after, stubs, bodies));
  }

  private static List<Entry> read(
      List<Long> order, Map<Long, Entry> stubs, Map<Long, List<Entry>> bodies) {
    var read = new ArrayList<Entry>();
    for (var block : order) {
      var stub = stubs.get(block);
      if (stub == null) {
        read.addAll(Objects.requireNonNull(bodies.get(block)));
      } else {
        read.add(stub);
      }
    }
    return read;
  }

  /** The changes between two editions, with what the state says that they do. */
  List<ObjectNode> told(Handle handle, Pair pair) {
    var confirmed = confirmed(pair);
    return between(handle, pair.from().stored(), pair.to().stored()).stream()
        .map(it -> told(it, confirmed))
        .toList();
  }

  private static Map<String, JsonNode> confirmed(Pair pair) {
    var confirmed = new HashMap<String, JsonNode>();
    if (pair.follows()) {
      pair.to().view().path("effects").forEach(it -> confirmed.put(it.path("key").asText(), it));
    }
    return confirmed;
  }

  private static ObjectNode told(Change change, Map<String, JsonNode> confirmed) {
    var told = Json.tree(change);
    told.remove("proposed");
    var entry = change.to() == null ? change.from() : change.to();
    var said = entry == null ? null : confirmed.get(entry.key());
    if (said != null) {
      told.set("effect", said.path("effect"));
      if (said.has("reason")) {
        told.set("reason", said.path("reason"));
      }
    } else if (change.proposed() != null) {
      told.put("effect", change.proposed().name()).put("unconfirmed", true);
    }
    return told;
  }
}
