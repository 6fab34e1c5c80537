package org.registan.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.registan.access.Decision;
import org.registan.access.OneOff;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.participant.Participant;
import org.registan.record.RecordType;
import org.registan.record.Records;
import org.registan.record.Released;
import org.registan.record.Row;

/** What the judge would say, asked by the owner: nothing is changed by asking. */
@ApplicationScoped
public class Rehearsals {

  private final Benches benches;
  private final Records records;
  private final Released released;
  private final OneOffs oneOffs;
  private final Seeing seeing;
  private final Clock clock;

  Rehearsals(
      Benches benches,
      Records records,
      Released released,
      OneOffs oneOffs,
      Seeing seeing,
      Clock clock) {
    this.benches = benches;
    this.records = records;
    this.released = released;
    this.oneOffs = oneOffs;
    this.seeing = seeing;
    this.clock = clock;
  }

  private record Change(String recipient, Level before, Level after) {}

  /** How many records would change level, per recipient, were {@code target} in force. */
  public ObjectNode counts(Handle handle, Bench inForce, Bench target, RecordType type) {
    var grants = grants(handle, inForce.owner(), type);
    var counts = new HashMap<Change, Integer>();
    var total = new int[1];
    var was = new Judged(inForce);
    var is = new Judged(target);
    released.each(
        handle,
        inForce.owner(),
        type.name(),
        row -> {
          total[0]++;
          var before = levels(was, type, row, grants);
          var after = levels(is, type, row, grants);
          for (var to : inForce.recipients()) {
            var had = before.getOrDefault(to.code(), Level.NONE);
            var has = after.getOrDefault(to.code(), Level.NONE);
            if (had != has) {
              counts.merge(new Change(to.code(), had, has), 1, Integer::sum);
            }
          }
        });
    var rehearsal = Json.object().put("records", total[0]);
    changes(rehearsal.putArray("changes"), counts);
    return rehearsal;
  }

  private static void changes(ArrayNode list, Map<Change, Integer> counts) {
    var ordered = new TreeMap<String, Map.Entry<Change, Integer>>();
    counts.entrySet().forEach(it -> ordered.put(it.getKey().toString(), it));
    for (var change : ordered.values()) {
      list.addObject()
          .put("recipient", change.getKey().recipient())
          .put("before", change.getKey().before().name())
          .put("after", change.getKey().after().name())
          .put("records", change.getValue());
    }
  }

  private Map<String, Level> levels(
      Judged bench, RecordType type, Row row, Map<UUID, List<OneOffs.Grant>> grants) {
    var mine = OneOffs.byRecipient(grants.getOrDefault(row.id(), List.of()));
    var now = clock.instant();
    return Visibility.levels(bench.steps(type.subject(row), row.held(), mine, now), now);
  }

  private Map<UUID, List<OneOffs.Grant>> grants(Handle handle, String owner, RecordType type) {
    return oneOffs.open(handle, owner, type.name(), clock.instant()).stream()
        .collect(Collectors.groupingBy(OneOffs.Grant::record));
  }

  /** Why a recipient has a record at its level, under a policy version or the one in force. */
  public Decision explain(
      Handle handle, Bench bench, RecordType type, Row row, Participant recipient) {
    return bench.decide(
        recipient,
        type.subject(row),
        row.held(),
        oneOffs.of(handle, row.id()).getOrDefault(recipient.code(), List.of()),
        clock.instant());
  }

  /** What a one-off release would give its recipient now. */
  public ObjectNode effect(
      Handle handle,
      String owner,
      RecordType type,
      Acts.Named named,
      String recipient,
      Supplier<OneOff> extra) {
    var effect = Json.object();
    var record = named.id();
    var seen = seeing.byId(handle, owner, type.name(), record, clock.instant());
    var bench = benches.of(handle, owner, type.name());
    var row = records.find(handle, owner, record);
    var to = bench.recipients().stream().filter(it -> it.code().equals(recipient)).findFirst();
    if (row.isEmpty() || to.isEmpty() || !seen.map(Seen::etag).orElse("").equals(named.etag())) {
      return effect.put("stale", true);
    }
    var subject = type.subject(row.get());
    var mine =
        new ArrayList<>(oneOffs.of(handle, record).getOrDefault(recipient, List.<OneOff>of()));
    var held = row.get().held();
    var before = bench.decide(to.get(), subject, held, mine, clock.instant()).level();
    mine.add(extra.get());
    var after = bench.decide(to.get(), subject, held, mine, clock.instant()).level();
    effect
        .putArray("recipients")
        .addObject()
        .put("recipient", recipient)
        .put("before", before.name())
        .put("after", after.name());
    return effect;
  }

  /** The bench in force, for an owner's own questions. */
  public Bench inForce(Handle handle, String owner, RecordType type) {
    return benches.of(handle, owner, type.name());
  }
}
