package org.registan.controllist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.codes.CodeScheme;
import org.registan.database.Portion;
import org.registan.kernel.Json;

/**
 * The entries of editions as they are stored. Whoever sees an edition's {@code entries} reads them;
 * that is asked before anything here, in the same transaction.
 */
@ApplicationScoped
class EditionBlocks {

  private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};

  /** A block where it stands in an edition. */
  record Placed(int n, String body) {

    List<Entry> entries() {
      return parse(body);
    }
  }

  /** What is known of a block without reading it. */
  record Outline(int n, Entry root) {}

  /** Gives an edition these blocks; the record must be locked. */
  void write(Handle handle, String owner, CodeScheme scheme, UUID record, List<Block> blocks) {
    var bySha = new LinkedHashMap<String, Block>();
    blocks.forEach(it -> bySha.putIfAbsent(it.sha256(), it));
    var known = ids(handle, owner, scheme, bySha.keySet());
    var missing = new LinkedHashSet<>(bySha.keySet());
    missing.removeAll(known.keySet());
    if (!missing.isEmpty()) {
      add(handle, owner, scheme, missing.stream().map(bySha::get).toList());
      known.putAll(ids(handle, owner, scheme, missing));
      addCodes(handle, known, missing.stream().map(bySha::get).toList());
    }
    handle.execute("DELETE FROM edition_block WHERE record = ?", record);
    if (blocks.isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch("INSERT INTO edition_block (record, n, block) VALUES (?, ?, ?)");
    for (int n = 0; n < blocks.size(); n++) {
      batch.add(record, n, known.get(blocks.get(n).sha256()));
    }
    batch.execute();
  }

  /** Those that are there, and stay until this transaction ends. */
  private static Map<String, Long> ids(
      Handle handle, String owner, CodeScheme scheme, Set<String> digests) {
    var ids = new HashMap<String, Long>();
    if (!digests.isEmpty()) {
      handle
          .createQuery(
              "SELECT sha256, id FROM entry_block WHERE owner = :owner AND scheme = :scheme"
                  + " AND sha256 IN (<digests>) LOCK IN SHARE MODE")
          .bind("owner", owner)
          .bind("scheme", scheme.toString())
          .bindList("digests", List.copyOf(digests))
          .map((row, ctx) -> Map.entry(row.getString(1), row.getLong(2)))
          .forEach(it -> ids.put(it.getKey(), it.getValue()));
    }
    return ids;
  }

  private static void add(Handle handle, String owner, CodeScheme scheme, List<Block> blocks) {
    var batch =
        handle.prepareBatch(
            "INSERT IGNORE INTO entry_block (owner, sha256, scheme, entries, root, body)"
                + " VALUES (?, ?, ?, ?, ?, ?)");
    for (var block : blocks) {
      batch.add(
          owner,
          block.sha256(),
          scheme.toString(),
          block.entries(),
          Json.write(block.root()),
          block.body());
    }
    batch.execute();
  }

  private static void addCodes(Handle handle, Map<String, Long> ids, List<Block> blocks) {
    var batch = handle.prepareBatch("INSERT IGNORE INTO entry_code (block, code) VALUES (?, ?)");
    for (var block : blocks) {
      block.codes().forEach(it -> batch.add(ids.get(block.sha256()), it));
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** Blocks of an edition from one on, before another, as many as one answer holds. */
  Portion<Placed> read(Handle handle, UUID record, int from, int before, int limit) {
    return Portion.of(
        handle
            .createQuery(
                "SELECT e.n, b.body FROM edition_block e JOIN entry_block b ON b.id = e.block"
                    + " WHERE e.record = :record AND e.n >= :from AND e.n < :before"
                    + " ORDER BY e.n LIMIT :limit")
            .bind("record", record)
            .bind("from", from)
            .bind("before", before)
            .bind("limit", limit + 1)
            .map((row, ctx) -> new Placed(row.getInt(1), row.getString(2))),
        limit,
        it -> it.body().length());
  }

  /** All entries of an edition. */
  List<Entry> all(Handle handle, UUID record) {
    return handle
        .createQuery(
            "SELECT b.body FROM edition_block e JOIN entry_block b ON b.id = e.block"
                + " WHERE e.record = :record ORDER BY e.n")
        .bind("record", record)
        .map((row, ctx) -> parse(row.getString(1)))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /** The blocks of an edition in order, unread. */
  List<Outline> outline(Handle handle, UUID record) {
    return handle
        .createQuery(
            "SELECT e.n, b.root FROM edition_block e JOIN entry_block b ON b.id = e.block"
                + " WHERE e.record = :record ORDER BY e.n")
        .bind("record", record)
        .map((row, ctx) -> new Outline(row.getInt(1), Json.parse(row.getString(2), Entry.class)))
        .list();
  }

  /** The blocks of an edition, in order. */
  List<Long> order(Handle handle, UUID record) {
    return handle
        .createQuery("SELECT block FROM edition_block WHERE record = :record ORDER BY n")
        .bind("record", record)
        .map((row, ctx) -> row.getLong(1))
        .list();
  }

  /** What stands in some blocks. */
  Map<Long, List<Entry>> bodies(Handle handle, Set<Long> blocks) {
    var bodies = new HashMap<Long, List<Entry>>();
    if (!blocks.isEmpty()) {
      handle
          .createQuery("SELECT id, body FROM entry_block WHERE id IN (<blocks>)")
          .bindList("blocks", List.copyOf(blocks))
          .map((row, ctx) -> Map.entry(row.getLong(1), parse(row.getString(2))))
          .forEach(it -> bodies.put(it.getKey(), it.getValue()));
    }
    return bodies;
  }

  /** Removes some that no edition has any more; how many were looked at. */
  int sweep(Handle handle, int some) {
    return handle.execute(
        "DELETE IGNORE FROM entry_block WHERE NOT EXISTS"
            + " (SELECT 1 FROM edition_block e WHERE e.block = entry_block.id) LIMIT ?",
        some);
  }

  static List<Entry> parse(String body) {
    try {
      return Json.MAPPER.readValue(body, ENTRIES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored entries do not parse", e);
    }
  }
}
