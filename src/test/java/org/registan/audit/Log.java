package org.registan.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.registan.kernel.Json;

/** A participant's log from some moment on, as it stands in the database. */
final class Log {

  private final Jdbi jdbi;
  private final String participant;
  private final long from;

  Log(Jdbi jdbi, String participant) {
    this.jdbi = jdbi;
    this.participant = participant;
    this.from =
        jdbi.withHandle(handle ->
            handle
                .createQuery("SELECT COALESCE(MAX(seq), 0) FROM audit_entry")
                .mapTo(Long.class)
                .one());
  }

  /** The bytes of each entry since. */
  List<String> bodies() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT body FROM audit_entry WHERE log = :log AND seq > :from ORDER BY seq")
            .bind("log", participant)
            .bind("from", from)
            .mapTo(String.class)
            .list());
  }

  List<JsonNode> entries() {
    return bodies().stream().map(Json::parse).toList();
  }

  List<String> events() {
    return entries().stream().map(it -> it.path("event").asText()).toList();
  }

  /** The one entry of an event. */
  JsonNode only(String event) {
    var all = entries().stream().filter(it -> it.path("event").asText().equals(event)).toList();
    if (all.size() != 1) {
      throw new AssertionError(event + " in " + bodies());
    }
    return all.getFirst();
  }
}
