package org.registan.bench;

import io.quarkus.arc.Arc;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** Which statements a piece of work sends, how often, and for how long it waits for each. */
final class StatementTimes implements SqlLogger {

  /** Of one statement's text. */
  record Time(int times, long nanos) {
    Time plus(Time other) {
      return new Time(times + other.times, nanos + other.nanos);
    }
  }

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** The same statement, however many values a list of it has. */
  private static final Pattern LIST = Pattern.compile(":__[\\w,:]+");

  private final Map<String, Time> times = new ConcurrentHashMap<>();

  private StatementTimes() {}

  /** Those of a piece of work, the longest first. */
  static Map<String, Time> of(Runnable work) {
    var jdbi = Arc.container().instance(Jdbi.class).get();
    var before = jdbi.getConfig(SqlStatements.class).getSqlLogger();
    var watching = new StatementTimes();
    jdbi.setSqlLogger(watching);
    try {
      work.run();
    } finally {
      jdbi.setSqlLogger(before);
    }
    return watching.times.entrySet().stream()
        .sorted(Comparator.comparingLong(it -> -it.getValue().nanos()))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, Time::plus, LinkedHashMap::new));
  }

  @Override
  public void logAfterExecution(StatementContext context) {
    var sql = SPACE.matcher(context.getRenderedSql().strip()).replaceAll(" ");
    sql = LIST.matcher(sql).replaceAll(":list");
    times.merge(sql, new Time(1, context.getElapsedTime(ChronoUnit.NANOS)), Time::plus);
  }
}
