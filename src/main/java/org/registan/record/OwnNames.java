package org.registan.record;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Digest;
import org.registan.web.Fault;

/**
 * By what the records that an owner's files brought in are known, so that none is there twice:
 * their owner's name for them, or else all that the file says of them.
 */
@ApplicationScoped
public class OwnNames {

  private final Records records;

  OwnNames(Records records) {
    this.records = records;
  }

  /** The key of a name that an owner gave. */
  public static String key(String name) {
    return Digest.of("name\n" + name);
  }

  /** The record that an owner's file made before under this key. */
  public Optional<UUID> known(Handle handle, String owner, String type, String key) {
    return handle
        .createQuery(
            "SELECT record FROM import_key WHERE owner = :owner AND rtype = :type AND digest = :key")
        .bind("owner", owner)
        .bind("type", type)
        .bind("key", key)
        .mapTo(UUID.class)
        .findOne();
  }

  public void remember(Handle handle, String owner, String type, String key, UUID record) {
    handle.execute(
        "INSERT INTO import_key (owner, rtype, digest, record) VALUES (?, ?, ?, ?)",
        owner,
        type,
        key,
        record);
  }

  /** What keeps a text from being typed: a file of its owner brought in another under its name. */
  public List<Fault> faults(
      Handle handle, String owner, RecordType type, JsonNode content, Optional<UUID> itself) {
    var name = content.path(type.ownName()).asText();
    if (name.isEmpty()) {
      return List.of();
    }
    return known(handle, owner, type.name(), key(name))
        .filter(it -> !itself.equals(Optional.of(it)))
        .flatMap(it -> records.find(handle, owner, it))
        .filter(it -> it.content().path(type.ownName()).asText().equals(name))
        .filter(it -> !it.status().equals(Status.ISSUED_IN_ERROR))
        .map(it -> Fault.at("/" + type.ownName(), "is that of " + it.reference() + " already"))
        .stream()
        .toList();
  }
}
