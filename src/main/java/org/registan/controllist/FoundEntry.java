package org.registan.controllist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.registan.kernel.Json;
import org.registan.ledger.Newest;
import org.registan.search.Highlight;
import org.registan.search.Hit;

/** An entry that was found, as it is told. */
final class FoundEntry {

  private FoundEntry() {}

  /** With the editions of its state that have it, and what it stands under. */
  static ObjectNode told(Hit hit, List<Entry> block, List<Newest.Found> editions) {
    var entry = block.get((int) hit.id());
    var told = Json.object();
    var in = told.putArray("editions");
    for (var edition : editions) {
      told.put("owner", edition.owner());
      var named = in.addObject().put("list", edition.series());
      named.set("edition", EditionNames.of(Json.parse(edition.seen().json())));
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
