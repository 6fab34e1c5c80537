package org.registan.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.registan.access.OneOff;
import org.registan.access.Subject;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.record.Documents;
import org.registan.record.RecordType;
import org.registan.record.Records;
import org.registan.record.Row;

/** What an act would do to a record, without doing it: the difference, and whom it reaches. */
@ApplicationScoped
public class Previews {

  private final Records records;
  private final Seeing seeing;
  private final Benches benches;
  private final OneOffs oneOffs;
  private final Clock clock;

  Previews(Records records, Seeing seeing, Benches benches, OneOffs oneOffs, Clock clock) {
    this.records = records;
    this.seeing = seeing;
    this.benches = benches;
    this.oneOffs = oneOffs;
    this.clock = clock;
  }

  /** The effect of {@code change}; {@code stale} when the record no longer has this tag. */
  public ObjectNode of(
      Handle handle, String owner, RecordType type, Acts.Named record, UnaryOperator<Row> change) {
    var effect = Json.object();
    var row = records.find(handle, owner, record.id());
    var seen = seeing.byId(handle, owner, type.name(), record.id(), clock.instant());
    if (row.isEmpty() || !seen.map(Seen::etag).orElse("").equals(record.etag())) {
      return effect.put("stale", true);
    }
    var after = change.apply(row.get());
    differences(effect, document(type, row), document(type, Optional.of(after)));
    var bench = benches.of(handle, owner, type.name());
    var grants = oneOffs.of(handle, record.id());
    recipients(
        effect,
        levels(bench, type, row.get(), grants),
        levels(bench, type, after, grants),
        row.get().isDraft());
    return effect;
  }

  /** The level of every recipient, were the record as {@code row} has it. */
  private Map<String, Level> levels(
      Bench bench, RecordType type, Row row, Map<String, List<OneOff>> grants) {
    var now = clock.instant();
    var steps = bench.steps(type.subject(row), row.held(), grants, now);
    var levels = Visibility.levels(steps, now);
    levels.remove(row.owner());
    return levels;
  }

  /** How many drafts with these attributes each recipient would get at which level. */
  public ArrayNode reach(
      Handle handle, String owner, RecordType type, Map<Subject, Integer> drafts) {
    var bench = benches.of(handle, owner, type.name());
    var now = clock.instant();
    var reached = new TreeMap<String, Map<Level, Integer>>();
    drafts.forEach((subject, count) ->
        Visibility.levels(bench.steps(subject, false, Map.of(), now), now)
            .forEach((recipient, level) ->
                reached
                    .computeIfAbsent(recipient, it -> new TreeMap<>())
                    .merge(level, count, Integer::sum)));
    reached.remove(owner);
    var list = Json.MAPPER.createArrayNode();
    reached.forEach((recipient, levels) ->
        levels.forEach((level, count) ->
            list.addObject()
                .put("recipient", recipient)
                .put("before", Level.NONE.name())
                .put("after", level.name())
                .put("records", count)));
    return list;
  }

  private static ObjectNode document(RecordType type, Optional<Row> row) {
    return row.map(it -> Documents.document(type, it, Level.OWNER)).orElseGet(Json::object);
  }

  private static void recipients(
      ObjectNode effect, Map<String, Level> before, Map<String, Level> after, boolean draft) {
    var list = effect.putArray("recipients");
    var all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    for (var recipient : all) {
      var was = draft ? Level.NONE : before.getOrDefault(recipient, Level.NONE);
      list.addObject()
          .put("recipient", recipient)
          .put("before", was.name())
          .put("after", after.getOrDefault(recipient, Level.NONE).name());
    }
  }

  private static void differences(ObjectNode effect, JsonNode before, JsonNode after) {
    var was = leaves("", before, new TreeMap<>());
    var is = leaves("", after, new TreeMap<>());
    var list = effect.putArray("differences");
    var all = new TreeSet<>(was.keySet());
    all.addAll(is.keySet());
    for (var pointer : all) {
      var old = was.get(pointer);
      var now = is.get(pointer);
      if (old == null || !old.equals(now)) {
        var difference = list.addObject().put("pointer", pointer);
        if (old != null) {
          difference.set("before", old);
        }
        if (now != null) {
          difference.set("after", now);
        }
      }
    }
  }

  private static Map<String, JsonNode> leaves(
      String at, JsonNode node, Map<String, JsonNode> found) {
    if (!node.isContainerNode()) {
      found.put(at, node);
    }
    node.properties().forEach(it -> leaves(Json.pointer(at, it.getKey()), it.getValue(), found));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        leaves(at + "/" + i, node.path(i), found);
      }
    }
    return found;
  }
}
