package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.registan.access.OneOff;
import org.registan.kernel.Level;

/** Releases of one record to one recipient until an end. */
@ApplicationScoped
public class OneOffs {

  /** A one-off release as its owner sees it. */
  public record Grant(UUID id, UUID record, String recipient, Level level, Instant until) {}

  private static final RowMapper<Grant> GRANT =
      (row, ctx) ->
          new Grant(
              UUID.fromString(row.getString(1)),
              UUID.fromString(row.getString(2)),
              row.getString(3),
              Level.of(row.getInt(4)),
              ctx.findColumnMapperFor(Instant.class).orElseThrow().map(row, 5, ctx));

  private static final String SELECT = "SELECT id, record, recipient, level, until FROM one_off ";

  public void add(Handle handle, String owner, String type, Grant grant) {
    handle.execute(
        "INSERT INTO one_off (id, owner, rtype, record, recipient, level, until)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        grant.id(),
        owner,
        type,
        grant.record(),
        grant.recipient(),
        grant.level(),
        grant.until());
  }

  /** An owner's one-offs that end after {@code now}. */
  public List<Grant> open(Handle handle, String owner, String type, Instant now) {
    return handle
        .createQuery(
            SELECT + "WHERE owner = :owner AND rtype = :type AND until > :now ORDER BY until, id")
        .bind("owner", owner)
        .bind("type", type)
        .bind("now", now)
        .map(GRANT)
        .list();
  }

  Optional<Grant> find(Handle handle, String owner, String type, UUID id) {
    return handle
        .createQuery(SELECT + "WHERE owner = :owner AND rtype = :type AND id = :id")
        .bind("owner", owner)
        .bind("type", type)
        .bind("id", id)
        .map(GRANT)
        .findOne();
  }

  void end(Handle handle, Grant grant, Instant now) {
    handle.execute("UPDATE one_off SET until = ? WHERE id = ? AND until > ?", now, grant.id(), now);
  }

  /** What the judge needs of a record's one-offs, by recipient. */
  public Map<String, List<OneOff>> of(Handle handle, UUID record) {
    return of(handle, List.of(record)).getOrDefault(record, Map.of());
  }

  /** The same of several records. */
  Map<UUID, Map<String, List<OneOff>>> of(Handle handle, List<UUID> records) {
    return handle
        .createQuery(SELECT + "WHERE record IN (<records>)")
        .bindList("records", records)
        .map(GRANT)
        .stream()
        .collect(
            Collectors.groupingBy(
                Grant::record,
                Collectors.collectingAndThen(Collectors.toList(), OneOffs::byRecipient)));
  }

  static Map<String, List<OneOff>> byRecipient(List<Grant> grants) {
    return grants.stream()
        .collect(
            Collectors.groupingBy(
                Grant::recipient,
                Collectors.mapping(it -> new OneOff(it.level(), it.until()), Collectors.toList())));
  }
}
