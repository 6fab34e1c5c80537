package org.registan.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.audit.Mention;
import org.registan.kernel.Actor;
import org.registan.kernel.Level;
import org.registan.record.LinkTo;
import org.registan.record.RecordType;
import org.registan.record.Row;
import org.registan.record.Status;
import org.registan.web.Fault;

/**
 * Relations between records, resolved through visibility both ways: one can only point to what one
 * sees, and follow only to what one sees.
 */
@ApplicationScoped
public class Links {

  private final Audit audit;
  private final Clock clock;

  Links(Audit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  private record Target(String relation, UUID id) {}

  /**
   * Links to what the actor does not see; what is hidden is refused like what is missing. That
   * another's record is seen is logged, as it is told by the absence of a fault.
   */
  List<Fault> faults(Handle handle, Actor actor, RecordType type, JsonNode content) {
    var faults = new ArrayList<Fault>();
    var seen = new ArrayList<Mention>();
    for (var link : type.links(content)) {
      target(handle, actor.participant(), type, link)
          .filter(it -> actor.mayRead(it.owner()))
          .filter(it -> !link.ownReleased() || isOwnReleased(it, actor))
          .ifPresentOrElse(
              it -> seen.add(it.mention()),
              () -> faults.add(Fault.at(link.pointer(), refusal(link))));
    }
    seen.removeIf(it -> it.owner().equals(actor.participant()));
    if (!seen.isEmpty()) {
      audit.writeInAnyCase(handle, Event.readFor("record.link", actor, seen, Map.of()));
    }
    return faults;
  }

  private static boolean isOwnReleased(Seen target, Actor actor) {
    return target.owner().equals(actor.participant()) && target.version() > 0;
  }

  private static String refusal(LinkTo link) {
    return link.ownReleased()
        ? "is not the reference of a record that your state has released"
        : "is not a record that you can see";
  }

  private Optional<Seen> target(Handle handle, String reader, RecordType type, LinkTo link) {
    return Seeing.byReference(handle, reader, type.name(), link.reference(), clock.instant());
  }

  /**
   * Writes what a record points to: what its owner sees, and what it pointed to before. A link that
   * went because its owner lost sight of the target would tell others so.
   */
  void write(Handle handle, String reader, RecordType type, Row row) {
    var targets = new LinkedHashSet<Target>();
    for (var link : type.links(row.content())) {
      target(handle, reader, type, link)
          .map(Seen::id)
          .or(() -> before(handle, row.id(), link))
          .ifPresent(it -> targets.add(new Target(link.relation(), it)));
    }
    handle.execute("DELETE FROM record_link WHERE record = ?", row.id());
    for (var target : targets) {
      handle.execute(
          "INSERT INTO record_link (record, target, relation) VALUES (?, ?, ?)",
          row.id(),
          target.id(),
          target.relation());
    }
  }

  private static Optional<UUID> before(Handle handle, UUID record, LinkTo link) {
    return handle
        .createQuery(
            "SELECT l.target FROM record_link l JOIN record r ON r.id = l.target"
                + " WHERE l.record = :record AND l.relation = :relation AND r.reference = :reference")
        .bind("record", record)
        .bind("relation", link.relation())
        .bind("reference", link.reference())
        .mapTo(UUID.class)
        .findOne();
  }

  /** A link as far as its reader may follow it. */
  public record Link(String relation, String reference, UUID id) {}

  /** A link, and what its reader thereby learns of its target. */
  record Followed(Link link, Mention target) {

    /** The same link, seen from its other end. */
    private Followed from(Map<String, String> inverses) {
      var relation = inverses.getOrDefault(link.relation(), link.relation());
      return new Followed(new Link(relation, link.reference(), link.id()), target);
    }
  }

  /** Where a record that {@code reader} owns or sees leads, as far as the reader sees that too. */
  List<Followed> of(Handle handle, String reader, RecordType type, UUID record) {
    var all = new ArrayList<>(follow(handle, reader, type.name(), record, OUT));
    var inverses = type.inverses();
    if (!inverses.isEmpty()) {
      follow(handle, reader, type.name(), record, BACK).stream()
          .map(it -> it.from(inverses))
          .forEach(all::add);
    }
    return all;
  }

  private record Way(String from, String to, String more) {}

  private static final Way OUT = new Way("record", "target", "");
  private static final Way BACK =
      new Way("target", "record", " AND v.status <> '" + Status.DRAFT + "'");

  private List<Followed> follow(Handle handle, String reader, String type, UUID record, Way way) {
    return handle
        .createQuery(
            """
            SELECT l.relation, r.reference, r.id, v.owner, d.rev, v.level
            FROM record_link l
            JOIN record r ON r.id = l.%s
            JOIN visible v FORCE INDEX (u_record) ON v.record = r.id AND v.recipient = :reader
            JOIN gate g ON g.owner = v.owner AND g.rtype = v.rtype
            JOIN doc d ON d.record = v.record AND d.layer = v.level
            WHERE l.%s = :record AND v.rtype = :type AND %s%s
            ORDER BY l.relation, r.reference
            """
                .formatted(way.to(), way.from(), Seeing.NOW_VISIBLE, way.more()))
        .bind("reader", reader)
        .bind("record", record)
        .bind("type", type)
        .bind("now", clock.instant())
        .map((row, ctx) -> {
          var id = UUID.fromString(row.getString(3));
          var level = Level.of(row.getInt(6));
          return new Followed(
              new Link(row.getString(1), row.getString(2), id),
              new Mention(type, id, row.getString(4), row.getInt(5), level));
        })
        .list();
  }
}
