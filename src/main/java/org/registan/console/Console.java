package org.registan.console;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.registan.approval.Desk;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.kernel.Role;
import org.registan.ledger.Query;
import org.registan.ledger.Reads;
import org.registan.ledger.Seen;
import org.registan.participant.Participant;
import org.registan.participant.Participants;
import org.registan.record.RecordType;
import org.registan.record.RecordTypes;

/** What the pages show, read by the same services as the API: audited and bound by policy. */
@ApplicationScoped
class Console {

  private static final int NEWEST = 20;

  /** As on {@code GET /v1/denials}. */
  private static final Set<String> READERS =
      Set.of(Role.OFFICER, Role.RELEASER, Role.EXPERT, Role.COMMITTEE, Role.SECRETARIAT);

  /** As on {@code GET /v1/proposals}. */
  private static final Set<String> DESKS =
      Set.of(Role.OFFICER, Role.RELEASER, Role.STATE_ADMIN, Role.SECRETARIAT, Role.COMMITTEE);

  private final Database database;
  private final Participants participants;
  private final Reads reads;
  private final RecordType denials;
  private final Desk desk;

  Console(Database database, Participants participants, Reads reads, RecordTypes types, Desk desk) {
    this.database = database;
    this.participants = participants;
    this.reads = reads;
    this.denials = types.named("denial");
    this.desk = desk;
  }

  /** A participant to log in for. */
  record Door(String code, String name, String provider) {}

  /** Whom the platform takes the visitor for. */
  record Visitor(String participant, String name, String agency, List<String> roles) {}

  /** A denial in one line. */
  record Denial(
      String reference, String owner, String destination, String status, String disclosure) {}

  /** An open proposal in one line. */
  record Waiting(String type, String agency, String since, String reason) {}

  /** The visitor's page; a list that their roles do not open is absent. */
  record View(Visitor visitor, Optional<List<Denial>> denials, Optional<List<Waiting>> waiting) {}

  List<Door> doors() {
    return database.act(participants::all).stream()
        .map(it -> new Door(it.code(), name(it.names()), it.provider()))
        .toList();
  }

  View view(Actor actor) {
    return database.act(handle ->
        new View(
            visitor(handle, actor),
            any(actor, READERS) ? Optional.of(newest(handle, actor)) : Optional.empty(),
            any(actor, DESKS) ? Optional.of(waiting(handle, actor)) : Optional.empty()));
  }

  private Visitor visitor(Handle handle, Actor actor) {
    var participant = participants.find(handle, actor.participant()).orElseThrow();
    return new Visitor(
        actor.participant(),
        name(participant.names()),
        participant
            .agency(actor.agency())
            .map(Participant.Agency::names)
            .map(Console::name)
            .orElse(actor.agency()),
        actor.roles().stream().sorted().toList());
  }

  private List<Denial> newest(Handle handle, Actor actor) {
    var all = new Query(List.of(), List.of(), null, null, Map.of(), Map.of(), Map.of());
    return reads
        .list(handle, actor, denials, new Reads.Part(all, NEWEST, Optional.empty()))
        .items()
        .stream()
        .map(Console::line)
        .toList();
  }

  private static Denial line(Seen seen) {
    var shown = Json.parse(seen.json());
    return new Denial(
        shown.path("reference").asText(),
        seen.owner(),
        shown.path("destination").asText(),
        shown.path("status").asText(),
        seen.level().name());
  }

  private List<Waiting> waiting(Handle handle, Actor actor) {
    return desk.list(handle, actor, List.of("OPEN"), NEWEST, Optional.empty()).items().stream()
        .map(it ->
            new Waiting(
                it.path("type").asText(),
                it.at("/proposedBy/agency").asText(),
                it.path("proposedAt").asText(),
                it.path("reason").asText()))
        .toList();
  }

  private static boolean any(Actor actor, Set<String> roles) {
    return !Collections.disjoint(actor.roles(), roles);
  }

  /** The English text, or the first. */
  private static String name(JsonNode texts) {
    for (var text : texts) {
      if (text.path("lang").asText().equals("en")) {
        return text.path("text").asText();
      }
    }
    return texts.path(0).path("text").asText();
  }
}
