package org.registan.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.registan.ledger.Query;
import org.registan.record.Filter;
import org.registan.record.RecordType;
import org.registan.record.Status;
import org.registan.record.Words;
import org.registan.web.Call;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** From parameters or a search body, which the contract has checked, to a query. */
final class Queries {

  private static final int MOST_WORDS = 20;

  private final Function<String, List<String>> values;
  private final Function<String, Function<String, Fault>> faults;
  private final List<Fault> found = new ArrayList<>();

  private Queries(
      Function<String, List<String>> values, Function<String, Function<String, Fault>> faults) {
    this.values = values;
    this.faults = faults;
  }

  static Query of(RecordType type, Call call) {
    return new Queries(call::all, name -> detail -> Fault.in(name, detail)).query(type);
  }

  static Query of(RecordType type, JsonNode body) {
    return new Queries(
            name -> Call.values(body.path(name)), name -> detail -> Fault.at("/" + name, detail))
        .query(type);
  }

  private Query query(RecordType type) {
    var any = new TreeMap<String, List<String>>();
    var prefixes = new TreeMap<String, List<String>>();
    var ranges = new TreeMap<String, Query.Range>();
    all("reference").ifPresent(it -> any.put("reference", it));
    for (var filter : type.filters()) {
      all(filter.parameter()).ifPresent(it -> add(filter, it, any, prefixes, ranges));
    }
    var statuses = all("status").orElse(List.of());
    if (statuses.contains(Status.DRAFT) && statuses.size() > 1) {
      fault("status", "DRAFT is listed by itself");
    }
    var query =
        new Query(
            all("owner").orElse(List.of()),
            statuses,
            date(type.dated() + "From"),
            date(type.dated() + "To"),
            any,
            prefixes,
            ranges);
    if (!found.isEmpty()) {
      throw Problem.invalid(found);
    }
    return query;
  }

  private void add(
      Filter filter,
      List<String> given,
      Map<String, List<String>> any,
      Map<String, List<String>> prefixes,
      Map<String, Query.Range> ranges) {
    switch (filter.how()) {
      case ANY -> any.put(filter.key(), normal(filter, given));
      case WORDS -> {
        var words = given.stream().flatMap(it -> Words.of(it).stream()).toList();
        if (words.isEmpty()) {
          fault(filter.parameter(), "has no word in it");
        }
        if (words.size() > MOST_WORDS) {
          fault(filter.parameter(), "has too many words");
        }
        prefixes.put(filter.key(), words);
      }
      case FROM -> ranges.merge(filter.key(), from(given.getFirst()), Queries::both);
      case TO -> ranges.merge(filter.key(), to(given.getFirst()), Queries::both);
    }
  }

  private List<String> normal(Filter filter, List<String> given) {
    var normal = new ArrayList<String>();
    for (var value : given) {
      filter
          .normal()
          .apply(value)
          .ifPresentOrElse(normal::add, () -> fault(filter.parameter(), "cannot be such a value"));
    }
    return normal.stream().sorted().distinct().toList();
  }

  private Optional<List<String>> all(String name) {
    var given = values.apply(name);
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(given.stream().sorted().distinct().toList());
  }

  private @Nullable LocalDate date(String name) {
    return all(name).map(it -> LocalDate.parse(it.getFirst())).orElse(null);
  }

  private void fault(String name, String detail) {
    found.add(faults.apply(name).apply(detail));
  }

  private static Query.Range from(String value) {
    return new Query.Range(value, null);
  }

  private static Query.Range to(String value) {
    return new Query.Range(null, value);
  }

  private static Query.Range both(Query.Range one, Query.Range other) {
    return new Query.Range(
        one.from() == null ? other.from() : one.from(), one.to() == null ? other.to() : one.to());
  }
}
