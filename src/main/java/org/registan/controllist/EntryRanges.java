package org.registan.controllist;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.codes.CodeScheme;
import org.registan.kernel.Json;

/** Parts of an edition's text: all of it, or a code with what stands under it. */
@ApplicationScoped
class EntryRanges {

  private static final Range ALL = new Range(0, Integer.MAX_VALUE, Optional.empty());
  private static final Range NONE = new Range(0, 0, Optional.empty());

  private final EditionBlocks blocks;
  private final EntryCodes codes;

  EntryRanges(EditionBlocks blocks, EntryCodes codes) {
    this.blocks = blocks;
    this.codes = codes;
  }

  /**
   * Some blocks in a row.
   *
   * @param before the first that is none of them
   * @param key of the entry of which alone they are read, with what stands under it
   */
  record Range(int from, int before, Optional<String> key) {

    /** What of a block belongs to it. */
    List<JsonNode> of(EditionBlocks.Placed block) {
      var all = Json.parse(block.body()).valueStream().toList();
      return key.map(it -> under(it, all)).orElse(all);
    }

    private static List<JsonNode> under(String key, List<JsonNode> all) {
      var kept = new HashSet<String>();
      kept.add(key);
      var part = new ArrayList<JsonNode>();
      for (var entry : all) {
        var own = entry.path("key").asText();
        if (kept.contains(own) || kept.contains(entry.path("parent").asText())) {
          kept.add(own);
          part.add(entry);
        }
      }
      return part;
    }
  }

  /** The part that a code stands for in an edition; none where it is none of its. */
  Range of(Handle handle, UUID record, CodeScheme scheme, Optional<String> code) {
    if (code.isEmpty()) {
      return ALL;
    }
    return scheme
        .canonical(code.get())
        .flatMap(it -> codes.find(handle, Set.of(record), Set.of(it)).stream().findFirst())
        .map(it -> around(handle, record, scheme, it))
        .orElse(NONE);
  }

  /** Under a heading stand the blocks that follow it; everything else is in its own block. */
  private Range around(Handle handle, UUID record, CodeScheme scheme, EntryCodes.Coded found) {
    var entry = found.entry(scheme);
    if (!Block.isHeading(entry)) {
      return new Range(found.n(), found.n() + 1, Optional.of(entry.key()));
    }
    var under = new HashSet<>(Set.of(entry.key()));
    int before = found.n() + 1;
    for (var outline : blocks.outline(handle, record)) {
      var parent = outline.root().parent();
      if (outline.n() == before && parent != null && under.contains(parent)) {
        under.add(outline.root().key());
        before++;
      }
    }
    return new Range(found.n(), before, Optional.empty());
  }
}
