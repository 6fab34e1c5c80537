package org.registan.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.registan.audit.Mention;
import org.registan.kernel.Digest;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.record.Persons;

/**
 * A record as one reader sees it. Number, time and entity tag are those of the reader's layer, so
 * that nothing of what is withheld shows in them.
 *
 * @param body the layer's document, with what concerns natural persons put back in
 */
public record Seen(
    String type,
    UUID id,
    String owner,
    Level level,
    int version,
    Instant at,
    LocalDate date,
    String body) {

  Seen with(String fullBody) {
    return new Seen(type, id, owner, level, version, at, date, fullBody);
  }

  /** How long the body is as long as what concerns natural persons is not in it. */
  long lengthApart() {
    return Persons.lengthApart(body);
  }

  public String json() {
    var text = new StringBuilder(body.length() + 150);
    text.append("{\"id\":\"").append(id).append("\",\"disclosure\":\"").append(level);
    text.append("\",\"version\":").append(version).append(",\"updatedAt\":\"").append(at);
    return text.append("\",").append(body, 1, body.length()).toString();
  }

  /** A strong entity tag over level and document. */
  public String etag() {
    return "\"" + Digest.of(level + "\n" + json()).substring(0, 22) + "\"";
  }

  /** Where the record stands, which every level shows. */
  public String status() {
    return Json.parse(body).path("status").asText();
  }

  public Mention mention() {
    return new Mention(type, id, owner, version, level);
  }
}
