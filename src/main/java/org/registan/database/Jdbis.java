package org.registan.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Level;

/** Jdbi over the pool, with our column types: UTC instants, UUIDs, dates, levels. */
class Jdbis {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

  @Produces
  @Singleton
  Jdbi jdbi(AgroalDataSource pool) {
    var jdbi = Jdbi.create(pool);
    // What a statement was given is a state's own; a log that names its values would tell them.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi.registerArgument(Jdbis::argument)
        .registerColumnMapper(Instant.class, Jdbis::instant)
        .registerColumnMapper(UUID.class, text(UUID::fromString))
        .registerColumnMapper(LocalDate.class, text(LocalDate::parse))
        .registerColumnMapper(Level.class, (rs, at, ctx) -> Level.of(rs.getInt(at)));
  }

  private static Optional<Argument> argument(
      Type type, @Nullable Object value, ConfigRegistry config) {
    return switch (value) {
      case Instant instant -> Optional.of(text(stamp(instant)));
      case UUID id -> Optional.of(text(id.toString()));
      case LocalDate date -> Optional.of(text(date.toString()));
      case Level level -> Optional.of((at, row, ctx) -> row.setInt(at, level.code()));
      case null, default -> Optional.empty();
    };
  }

  private static Argument text(String value) {
    return (at, statement, ctx) -> statement.setString(at, value);
  }

  private static String stamp(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).format(STAMP);
  }

  /** Not by its text, from which the driver drops the zeros that a fraction begins with. */
  @SuppressWarnings("NullAway") // a null column is a null value, which Jdbi does not declare
  private static Instant instant(ResultSet row, int at, StatementContext ctx) throws SQLException {
    var time = row.getObject(at, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  @SuppressWarnings("NullAway") // a null column is a null value, which Jdbi does not declare
  private static <T> ColumnMapper<T> text(Function<String, T> parse) {
    return (rs, at, ctx) -> {
      var text = rs.getString(at);
      return text == null ? null : parse.apply(text);
    };
  }
}
