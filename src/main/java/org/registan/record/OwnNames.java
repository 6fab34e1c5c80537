package org.registan.record;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Actor;
import org.registan.kernel.Digest;
import org.registan.web.Fault;

/**
 * By what an owner's records are known to the files it brings in, so that none is there twice:
 * their owner's name for them, or else all that the file says of them.
 */
@ApplicationScoped
public class OwnNames {

  private final Records records;
  private final DocumentHistory documents;

  OwnNames(Records records, DocumentHistory documents) {
    this.records = records;
    this.documents = documents;
  }

  /** The key of a name that an agency gave: each has numbers of its own. */
  public static String key(String agency, String name) {
    return Digest.of("name\n" + agency + "\n" + name);
  }

  /** The record of the actor's agency that has this name, if that is still its name. */
  public Optional<UUID> named(Handle handle, Actor actor, RecordType type, String name) {
    return row(handle, actor, type, name, false).map(Row::id);
  }

  private Optional<Row> row(
      Handle handle, Actor actor, RecordType type, String name, boolean ofFilesAlone) {
    var owner = actor.participant();
    return known(handle, owner, type.name(), key(actor.agency(), name), ofFilesAlone)
        .flatMap(it -> records.find(handle, owner, it))
        .filter(it -> it.content().path(type.ownName()).asText().equals(name));
  }

  /** The record that is known by this key. */
  public Optional<UUID> known(Handle handle, String owner, String type, String key) {
    return known(handle, owner, type, key, false);
  }

  private static Optional<UUID> known(
      Handle handle, String owner, String type, String key, boolean ofFilesAlone) {
    return handle
        .createQuery(
            "SELECT record FROM import_key WHERE owner = :owner AND rtype = :type AND digest = :key"
                + (ofFilesAlone ? " AND NOT typed" : ""))
        .bind("owner", owner)
        .bind("type", type)
        .bind("key", key)
        .mapTo(UUID.class)
        .findOne();
  }

  /** Keeps the key of a record that a file brought in, whatever had it before. */
  public void remember(Handle handle, String owner, String type, String key, UUID record) {
    remember(handle, owner, type, key, record, false);
  }

  private static void remember(
      Handle handle, String owner, String type, String key, UUID record, boolean typed) {
    handle.execute(
        "INSERT INTO import_key (owner, rtype, digest, record, typed) VALUES (?, ?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE record = VALUES(record), typed = VALUES(typed)",
        owner,
        type,
        key,
        record,
        typed);
  }

  /** Keeps the name under which a draft was typed, unless another record has it still. */
  public void typed(Handle handle, Actor actor, RecordType type, JsonNode content, UUID record) {
    var name = content.path(type.ownName()).asText();
    if (!name.isEmpty() && row(handle, actor, type, name, false).isEmpty()) {
      var key = key(actor.agency(), name);
      remember(handle, actor.participant(), type.name(), key, record, true);
    }
  }

  /** Forgets by which names a record is known, where they name one of its persons. */
  public void forget(Handle handle, Erasure erasure) {
    var row = erasure.row();
    for (var name : documents.ownNames(handle, erasure.type(), row.id())) {
      if (erasure.traces().isIn(name)) {
        handle.execute(
            "DELETE FROM import_key WHERE owner = ? AND rtype = ? AND digest = ? AND record = ?",
            row.owner(),
            row.type(),
            key(row.agency(), name),
            row.id());
      }
    }
  }

  /** What keeps a text from being typed: a file of its owner brought in another under its name. */
  public List<Fault> faults(
      Handle handle, Actor actor, RecordType type, JsonNode content, Optional<UUID> itself) {
    var name = content.path(type.ownName()).asText();
    if (name.isEmpty()) {
      return List.of();
    }
    return row(handle, actor, type, name, true)
        .filter(it -> !itself.equals(Optional.of(it.id())))
        .filter(it -> !it.status().equals(Status.ISSUED_IN_ERROR))
        .map(it -> Fault.at("/" + type.ownName(), "is that of " + it.reference() + " already"))
        .stream()
        .toList();
  }
}
