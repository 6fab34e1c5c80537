package org.registan.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.registan.database.Owed;
import org.registan.kernel.Digest;
import org.registan.kernel.Json;

/**
 * Writes an event into each log entitled to it, in the transaction of the event itself. The form of
 * an entry is fixed in ADR 006: canonical JSON (RFC 8785) of exactly what that participant may
 * know; another state's people appear as participant and agency.
 */
@ApplicationScoped
public class Audit {

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final String INSERT = "INSERT INTO audit_entry (log, id, body) VALUES (?, ?, ?)";

  private static final int FORM = 1;
  private static final int WINDOW = 20_000;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Audit(Clock clock) {
    this.clock = clock;
  }

  public void write(Handle handle, Event event) {
    var now = clock.instant();
    var batch = handle.prepareBatch(INSERT);
    var own = event.actor().participant();
    var entry = entry(own, event, event.records(), now);
    event.facts().forEach(entry.putObject("facts")::put);
    if (!event.texts().isEmpty()) {
      var texts = entry.putObject("texts");
      event.texts().forEach((name, text) -> texts.put(name, commit(handle, event, text)));
    }
    add(batch, own, entry);
    event.records().stream()
        .filter(it -> !it.owner().equals(own))
        .collect(Collectors.groupingBy(Mention::owner))
        .forEach((owner, theirs) -> add(batch, owner, entry(owner, event, theirs, now)));
    batch.execute();
  }

  /**
   * The same, once, even if the transaction or a part of it is undone: what a refusal tells of a
   * record is read, too.
   */
  public void writeInAnyCase(Handle handle, Event event) {
    Owed.add(handle, event, again -> write(again, event));
  }

  /** Writes it into the log of another participant, too, whose own entry in the register it is. */
  public void tell(Handle handle, Event event, String participant) {
    if (!participant.equals(event.actor().participant())) {
      var batch = handle.prepareBatch(INSERT);
      add(batch, participant, entry(participant, event, List.of(), clock.instant()));
      batch.execute();
    }
  }

  /**
   * A page of a participant's own entries, newest first, each exactly as written. Those about one
   * record are picked out of so many entries at a time; a page may hold fewer than its limit, or
   * none, and still go on.
   */
  Page read(Handle handle, String log, Optional<String> record, long before, int limit) {
    var window = record.isPresent() ? WINDOW : limit;
    var read =
        handle
            .createQuery(
                """
                SELECT seq, CASE WHEN :record IS NULL
                  OR LOCATE(CONCAT('{"id":"', :record, '","level":'), body) > 0
                  THEN body END
                FROM audit_entry FORCE INDEX (k_log) WHERE log = :log AND seq < :before
                ORDER BY seq DESC LIMIT :window
                """)
            .bind("log", log)
            .bind("record", record.orElse(null))
            .bind("before", before)
            .bind("window", window)
            .map((row, ctx) -> new Row(row.getLong(1), Optional.ofNullable(row.getString(2))))
            .list();
    var bodies = new ArrayList<String>();
    for (var row : read) {
      row.body().ifPresent(bodies::add);
      if (bodies.size() == limit) {
        return new Page(bodies, Optional.of(row.seq()));
      }
    }
    return new Page(
        bodies, read.size() < window ? Optional.empty() : Optional.of(read.getLast().seq()));
  }

  /** A page, and before which place in the table, which stays inside, the next one begins. */
  record Page(List<String> bodies, Optional<Long> goesOnBefore) {}

  private record Row(long seq, Optional<String> body) {}

  private static ObjectNode entry(String log, Event event, List<Mention> records, Instant now) {
    var actor = event.actor();
    var isOwn = actor.participant().equals(log);
    var entry =
        Json.object()
            .put("v", FORM)
            .put("log", log)
            .put("id", UUID.randomUUID().toString())
            .put("at", MILLIS.format(now))
            .put("event", isOwn ? event.name() : event.toOthers());
    var by =
        entry.putObject("by").put("participant", actor.participant()).put("agency", actor.agency());
    if (isOwn) {
      by.put("account", actor.account());
      if (actor.client() != null) {
        by.put("client", actor.client());
      }
    }
    var list = entry.putArray("records");
    for (var record : records) {
      list.addObject()
          .put("type", record.type())
          .put("id", record.id().toString())
          .put("version", record.version())
          .put("level", record.level().name());
    }
    return entry;
  }

  private static void add(
      org.jdbi.v3.core.statement.PreparedBatch batch, String log, ObjectNode entry) {
    batch.add(log, entry.path("id").asText(), Json.canonical(entry));
  }

  /** Forgets every text in entries about a record; the entries stay. */
  public void forget(Handle handle, UUID record) {
    handle.execute("DELETE FROM audit_opening WHERE record = ?", record);
  }

  /** A salted commitment to a text; erasing its opening leaves the entry and forgets the text. */
  private String commit(Handle handle, Event event, String text) {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    var salt = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var commitment = Digest.of(salt + text);
    var record = event.records().isEmpty() ? null : event.records().getFirst().id();
    handle.execute(
        "INSERT INTO audit_opening (commitment, salt, value, record) VALUES (?, ?, ?, ?)",
        commitment,
        salt,
        text,
        record);
    return commitment;
  }
}
