package org.registan.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.registan.record.Status;

/**
 * What a list is asked for. Filters on keys hold only where the caller's level shows the field, so
 * that what is withheld behaves as absent.
 *
 * @param any by key name, the values of which one must be there
 * @param prefixes by key name, prefixes of which each must begin a value
 * @param ranges by key name, the bounds between which a value must lie
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Query(
    List<String> owners,
    List<String> statuses,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Map<String, List<String>> any,
    Map<String, List<String>> prefixes,
    Map<String, Range> ranges) {

  /** Before any notification; the database's dates begin not much earlier. */
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  public Query {
    from = notTooEarly(from);
    to = notTooEarly(to);
  }

  private static @Nullable LocalDate notTooEarly(@Nullable LocalDate day) {
    return day != null && day.isBefore(EARLIEST) ? EARLIEST : day;
  }

  /** Bounds, both inclusive; an open one is absent. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Range(@Nullable String from, @Nullable String to) {}

  /** The same statement text for the same filters, whatever their values. */
  record Where(String sql, Map<String, Object> values, Map<String, List<String>> lists) {
    <S extends SqlStatement<S>> void bindTo(S statement) {
      values.forEach(statement::bind);
      lists.forEach(statement::bindList);
    }
  }

  Where where() {
    var sql = new StringBuilder();
    var values = new TreeMap<String, Object>();
    var lists = new TreeMap<String, List<String>>();
    if (!owners.isEmpty()) {
      sql.append(" AND v.owner IN (<owners>)");
      lists.put("owners", owners);
    }
    if (statuses.isEmpty()) {
      sql.append(" AND v.status <> '").append(Status.DRAFT).append("'");
    } else {
      sql.append(" AND v.status IN (<statuses>)");
      lists.put("statuses", statuses);
    }
    if (from != null) {
      sql.append(" AND v.sort_date >= :from");
      values.put("from", from);
    }
    if (to != null) {
      sql.append(" AND v.sort_date <= :to");
      values.put("to", to);
    }
    new TreeMap<>(any)
        .forEach((name, wanted) -> {
          sql.append(key(name, "k.value IN (<any_" + name + ">)"));
          lists.put("any_" + name, wanted);
        });
    new TreeMap<>(prefixes).forEach((name, all) -> prefixes(name, all, sql, values));
    new TreeMap<>(ranges).forEach((name, range) -> range(name, range, sql, values));
    return new Where(sql.toString(), values, lists);
  }

  private static void prefixes(
      String name, List<String> prefixes, StringBuilder sql, Map<String, Object> values) {
    for (int i = 0; i < prefixes.size(); i++) {
      sql.append(key(name, "k.value LIKE :" + name + i));
      values.put(name + i, prefixes.get(i) + "%");
    }
  }

  private static void range(
      String name, Range range, StringBuilder sql, Map<String, Object> values) {
    var tests = new ArrayList<String>();
    if (range.from() != null) {
      tests.add("k.value >= :" + name + "From");
      values.put(name + "From", range.from());
    }
    if (range.to() != null) {
      tests.add("k.value <= :" + name + "To");
      values.put(name + "To", range.to());
    }
    sql.append(key(name, String.join(" AND ", tests)));
  }

  /** A key of the record, at a layer that the reader's level includes. */
  private static String key(String name, String test) {
    return " AND EXISTS (SELECT 1 FROM record_key k FORCE INDEX (PRIMARY) WHERE k.record = v.record"
        + " AND k.name = '"
        + name
        + "' AND "
        + test
        + " AND k.layer <= v.level)";
  }
}
