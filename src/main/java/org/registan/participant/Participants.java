package org.registan.participant;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;

/** The register of participants. There are few, and every act reads them afresh. */
@ApplicationScoped
public class Participants {

  private static final String ALL =
      """
      SELECT 'participant', code, kind, names, time_zone, provider FROM participant
      UNION ALL
      SELECT 'agency', participant, id, names, IF(national_authority, 'national', ''), contact
      FROM agency
      UNION ALL
      SELECT 'regime', participant, regime, standing, NULL, NULL FROM regime_member
      ORDER BY 2, 3
      """;

  private final Event<ParticipantChanged> changed;

  Participants(Event<ParticipantChanged> changed) {
    this.changed = changed;
  }

  /** All of them, by code. */
  public List<Participant> all(Handle handle) {
    var rows =
        handle.createQuery(ALL).map((row, ctx) -> Row.of(row)).stream()
            .collect(Collectors.groupingBy(Row::what));
    var agencies = byParticipant(rows, "agency", Row::agency);
    var regimes = byParticipant(rows, "regime", Row::membership);
    return rows.getOrDefault("participant", List.of()).stream()
        .map(it ->
            new Participant(
                it.code(),
                Participant.Kind.valueOf(it.name()),
                Json.parse(it.third()),
                it.fourth(),
                it.fifth(),
                agencies.getOrDefault(it.code(), List.of()),
                regimes.getOrDefault(it.code(), List.of())))
        .toList();
  }

  private static <T> Map<String, List<T>> byParticipant(
      Map<String, List<Row>> rows, String what, Function<Row, T> reading) {
    return rows.getOrDefault(what, List.of()).stream()
        .collect(
            Collectors.groupingBy(Row::code, Collectors.mapping(reading, Collectors.toList())));
  }

  /** A row of what is asked for in one statement, as nearly every act asks for it. */
  private record Row(
      String what, String code, String name, String third, String fourth, String fifth) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getString(1),
          row.getString(2),
          row.getString(3),
          row.getString(4),
          row.getString(5),
          row.getString(6));
    }

    Participant.Agency agency() {
      return new Participant.Agency(name, Json.parse(third), fourth.equals("national"), fifth);
    }

    Participant.Membership membership() {
      return new Participant.Membership(name, Participant.Standing.valueOf(third));
    }
  }

  /** Where a participant's days begin and end. */
  public Optional<String> timeZone(Handle handle, String code) {
    return handle
        .createQuery("SELECT time_zone FROM participant WHERE code = :code")
        .bind("code", code)
        .mapTo(String.class)
        .findOne();
  }

  public Optional<Participant> find(Handle handle, String code) {
    return all(handle).stream().filter(it -> it.code().equals(code)).findFirst();
  }

  /** Whether the actor is of the agency that its state named to decide for all. */
  public boolean isNationalAuthority(Handle handle, Actor actor) {
    return handle
        .createQuery(
            "SELECT national_authority FROM agency WHERE participant = :participant AND id = :id")
        .bind("participant", actor.participant())
        .bind("id", actor.agency())
        .mapTo(boolean.class)
        .findOne()
        .orElse(false);
  }

  /** Admits a participant, or changes its entry; agencies are only added: they are its own. */
  public void put(Handle handle, String code, JsonNode entry) {
    handle
        .createUpdate(
            """
            INSERT INTO participant (code, kind, names, time_zone, provider)
            VALUES (:code, :kind, :names, :zone, :provider)
            ON DUPLICATE KEY UPDATE names = :names, time_zone = :zone, provider = :provider
            """)
        .bind("code", code)
        .bind("kind", entry.path("kind").asText())
        .bind("names", Json.write(entry.path("names")))
        .bind("zone", entry.path("timeZone").asText())
        .bind("provider", entry.path("provider").asText())
        .execute();
    for (var agency : entry.path("agencies")) {
      handle
          .createUpdate(
              """
              INSERT INTO agency (participant, id, names, national_authority, contact)
              VALUES (:code, :id, :names, :national, :contact)
              ON DUPLICATE KEY UPDATE id = id
              """)
          .bind("code", code)
          .bind("id", agency.path("id").asText())
          .bind("names", Json.write(agency.path("names")))
          .bind("national", agency.path("nationalAuthority").asBoolean())
          .bind("contact", agency.path("contact").textValue())
          .execute();
    }
    handle.execute("DELETE FROM regime_member WHERE participant = ?", code);
    for (var regime : entry.path("regimes")) {
      handle.execute(
          "INSERT INTO regime_member (participant, regime, standing) VALUES (?, ?, ?)",
          code,
          regime.path("regime").asText(),
          regime.path("standing").asText());
    }
    handle.execute("INSERT IGNORE INTO head (recipient, next) VALUES (?, 1)", code);
    changed.fire(new ParticipantChanged(handle, code));
  }

  /** Keeps a participant's entry as it is until this transaction ends. */
  public void lock(Handle handle, String code) {
    handle
        .createQuery("SELECT code FROM participant WHERE code = :code FOR UPDATE")
        .bind("code", code)
        .mapTo(String.class)
        .one();
  }

  /** Adds an agency, or changes its names and contact; it decides for no other than before. */
  public void putAgency(Handle handle, String code, String id, JsonNode agency) {
    handle
        .createUpdate(
            """
            INSERT INTO agency (participant, id, names, national_authority, contact)
            VALUES (:code, :id, :names, FALSE, :contact)
            ON DUPLICATE KEY UPDATE names = :names, contact = :contact
            """)
        .bind("code", code)
        .bind("id", id)
        .bind("names", Json.write(agency.path("names")))
        .bind("contact", agency.path("contact").textValue())
        .execute();
  }

  /** From now on this agency, and no other, decides for the whole participant. */
  public void moveNationalAuthority(Handle handle, String code, String to) {
    handle.execute(
        "UPDATE agency SET national_authority = (id = ?) WHERE participant = ?", to, code);
  }
}
