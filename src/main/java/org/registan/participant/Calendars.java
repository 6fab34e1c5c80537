package org.registan.participant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Json;

/** The participants' calendars, every version of them. */
@ApplicationScoped
public class Calendars {

  private final Clock clock;

  Calendars(Clock clock) {
    this.clock = clock;
  }

  /** The participant's present calendar; nothing when there is no such participant. */
  public Optional<Calendar> find(Handle handle, String participant) {
    return version(handle, participant, newest(handle, participant));
  }

  /** A version of it; 0 is the platform's default. */
  public Optional<Calendar> version(Handle handle, String participant, int version) {
    return zone(handle, participant)
        .flatMap(zone ->
            version == 0
                ? Optional.of(Calendar.usual(zone))
                : content(handle, participant, version).map(it -> calendar(it, version, zone)));
  }

  /** Keeps the participant's calendar as it is until this transaction ends. */
  public void lock(Handle handle, String participant) {
    handle
        .createQuery("SELECT code FROM participant WHERE code = :code FOR UPDATE")
        .bind("code", participant)
        .mapTo(String.class)
        .findOne();
  }

  /** A new version, which holds from now on. The calendar must have been locked. */
  public Calendar put(Handle handle, String participant, JsonNode entry) {
    handle.execute(
        "INSERT INTO calendar (participant, version, content, at) VALUES (?, ?, ?, ?)",
        participant,
        newest(handle, participant) + 1,
        Json.write(entry),
        clock.instant());
    return find(handle, participant).orElseThrow();
  }

  private static int newest(Handle handle, String participant) {
    return handle
        .createQuery("SELECT COALESCE(MAX(version), 0) FROM calendar WHERE participant = :code")
        .bind("code", participant)
        .mapTo(Integer.class)
        .one();
  }

  private static Optional<String> zone(Handle handle, String participant) {
    return handle
        .createQuery("SELECT time_zone FROM participant WHERE code = :code")
        .bind("code", participant)
        .mapTo(String.class)
        .findOne();
  }

  private static Optional<JsonNode> content(Handle handle, String participant, int version) {
    return handle
        .createQuery(
            "SELECT content FROM calendar WHERE participant = :code AND version = :version")
        .bind("code", participant)
        .bind("version", version)
        .mapTo(String.class)
        .findOne()
        .map(Json::parse);
  }

  private static Calendar calendar(JsonNode content, int version, String zone) {
    ObjectNode whole = content.deepCopy();
    return Json.to(whole.put("version", version).put("timeZone", zone), Calendar.class);
  }
}
