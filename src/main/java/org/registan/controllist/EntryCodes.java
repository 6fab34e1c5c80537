package org.registan.controllist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.codes.CodeScheme;

/** The codes in editions as they are stored; who may read them was asked before. */
@ApplicationScoped
class EntryCodes {

  /** A block of an edition in which one of some codes stands. */
  record Coded(UUID record, int n, String code, String body) {

    List<Entry> entries() {
      return EditionBlocks.parse(body);
    }

    /** The entry that has the code. */
    Entry entry(CodeScheme scheme) {
      return entries().stream().filter(it -> it.has(scheme, code)).findFirst().orElseThrow();
    }
  }

  /** Where codes stand in editions. */
  List<Coded> find(Handle handle, Set<UUID> records, Set<String> codes) {
    if (records.isEmpty() || codes.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            "SELECT e.record, e.n, c.code, b.body FROM entry_code c"
                + " JOIN edition_block e ON e.block = c.block JOIN entry_block b ON b.id = c.block"
                + " WHERE c.code IN (<codes>) AND e.record IN (<records>) ORDER BY e.record, e.n")
        .bindList("codes", List.copyOf(codes))
        .bindList("records", List.copyOf(records))
        .map((row, ctx) ->
            new Coded(
                UUID.fromString(row.getString(1)),
                row.getInt(2),
                row.getString(3),
                row.getString(4)))
        .list();
  }

  /** The codes that an edition has. */
  Set<String> of(Handle handle, UUID record) {
    return handle
        .createQuery(
            "SELECT c.code FROM edition_block e JOIN entry_code c ON c.block = e.block"
                + " WHERE e.record = :record")
        .bind("record", record)
        .mapTo(String.class)
        .set();
  }
}
