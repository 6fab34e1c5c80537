package org.registan.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.registan.database.Portion;

/**
 * All of an owner's released records, for who judges each of them: in portions, as few of the
 * longest would fill the memory.
 */
@ApplicationScoped
public class Released {

  private static final UUID FIRST = new UUID(0, 0);

  /** What is not kept of a portion comes over the wire all the same: so few at first. */
  public static final int FEW = 100;

  private static final int MOST = 500;

  /**
   * An owner's released records after {@code after} in the order of their ids: so many, and of long
   * ones fewer.
   */
  public Portion<Row> after(Handle handle, String owner, String type, UUID after, int limit) {
    var query =
        handle.createQuery(
            "SELECT "
                + Records.COLUMNS
                + " FROM record FORCE INDEX (k_owner) WHERE owner = :owner AND rtype = :type"
                + " AND id > :after AND version > 0 ORDER BY id LIMIT :limit");
    return portion(query.bind("after", after), owner, type, limit);
  }

  private static Portion<Row> portion(Query query, String owner, String type, int limit) {
    var found =
        query
            .bind("owner", owner)
            .bind("type", type)
            .bind("limit", limit + 1)
            .setFetchSize(Portion.AHEAD)
            .map((row, ctx) -> new Sized(Records.ROW.map(row, ctx), row.getString(10).length()));
    var some = Portion.of(found, limit, Sized::length);
    return new Portion<>(some.items().stream().map(Sized::row).toList(), some.more());
  }

  /** How many to ask for after a portion: not all of what is long, time and again, for a few. */
  public static int next(Portion<Row> page) {
    return Math.min(MOST, 2 * page.items().size());
  }

  private record Sized(Row row, long length) {}

  /** The ids alone. */
  public List<UUID> idsAfter(Handle handle, String owner, String type, UUID after, int limit) {
    return handle
        .createQuery(
            "SELECT id FROM record FORCE INDEX (k_owner) WHERE owner = :owner AND rtype = :type"
                + " AND id > :after AND version > 0 ORDER BY id LIMIT :limit")
        .bind("owner", owner)
        .bind("type", type)
        .bind("after", after)
        .bind("limit", limit)
        .map((row, ctx) -> UUID.fromString(row.getString(1)))
        .list();
  }

  /** Every released record of an owner, one after the other, a portion to a statement. */
  public void each(Handle handle, String owner, String type, Consumer<Row> visit) {
    var page = after(handle, owner, type, FIRST, FEW);
    page.items().forEach(visit);
    while (page.more()) {
      page = after(handle, owner, type, page.items().getLast().id(), next(page));
      page.items().forEach(visit);
    }
  }

  private static final String CHANGED_SINCE =
      " FROM record WHERE owner = :owner AND rtype = :type AND changed_seq > :seq AND version > 0";

  /** An owner's released records that acts changed after {@code seq}, portion by portion. */
  public void eachChangedSince(
      Handle handle, String owner, String type, long seq, Consumer<List<Row>> visit) {
    var page = changedSince(handle, owner, type, seq, FIRST, FEW);
    visit.accept(page.items());
    while (page.more()) {
      page = changedSince(handle, owner, type, seq, page.items().getLast().id(), next(page));
      visit.accept(page.items());
    }
  }

  private static Portion<Row> changedSince(
      Handle handle, String owner, String type, long seq, UUID after, int limit) {
    var query =
        handle.createQuery(
            "SELECT "
                + Records.COLUMNS
                + CHANGED_SINCE
                + " AND id > :after ORDER BY id LIMIT :limit");
    return portion(query.bind("seq", seq).bind("after", after), owner, type, limit);
  }

  /** How many they are. */
  public int countChangedSince(Handle handle, String owner, String type, long seq) {
    return handle
        .createQuery("SELECT COUNT(*)" + CHANGED_SINCE)
        .bind("owner", owner)
        .bind("type", type)
        .bind("seq", seq)
        .mapTo(int.class)
        .one();
  }
}
