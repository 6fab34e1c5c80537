package org.registan.controllist;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.registan.codes.CodeScheme;
import org.registan.codes.ControlCode;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Query;
import org.registan.ledger.Reads;
import org.registan.ledger.Seen;
import org.registan.record.RecordType;
import org.registan.record.RecordTypes;
import org.registan.web.Cursors;

/**
 * Which of its own denials in force a state's edition touches: they name a code that it adds,
 * changes or takes away. Whether a denial still stands is for its officers to decide.
 */
@ApplicationScoped
class TouchedDenials {

  private static final String IN_FORCE = "IN_FORCE";

  private final EditionType type;
  private final EditionEntries entries;
  private final EditionChanges changes;
  private final EntryCodes codes;
  private final Reads reads;
  private final RecordType denials;
  private final Database database;

  TouchedDenials(
      EditionType type,
      EditionEntries entries,
      EditionChanges changes,
      EntryCodes codes,
      Reads reads,
      RecordTypes types,
      Database database) {
    this.type = type;
    this.entries = entries;
    this.changes = changes;
    this.codes = codes;
    this.reads = reads;
    this.denials = types.named("denial");
    this.database = database;
  }

  /** A page of them, newest notification first. */
  Cursors.Page<String> page(Actor actor, String edition, int limit, Optional<String> cursor) {
    return database.act(handle -> {
      var own = reads.own(handle, actor, type, edition);
      var touched = touched(handle, actor, entries.opened(handle, own));
      if (touched.isEmpty()) {
        return new Cursors.Page<>(List.of(), Optional.empty());
      }
      var query =
          new Query(
              List.of(actor.participant()),
              List.of(IN_FORCE),
              null,
              null,
              Map.of("code", touched.stream().sorted().toList()),
              Map.of(),
              Map.of());
      var page = reads.list(handle, actor, denials, new Reads.Part(query, limit, cursor));
      return page.map(it -> Json.write(told(it, touched)));
    });
  }

  /** The keys, as denials have them, of the codes that are touched. */
  private Set<String> touched(Handle handle, Actor actor, EditionEntries.Opened opened) {
    var scheme = opened.entries().scheme();
    var base = entries.based(handle, actor.participant(), opened.view());
    var touched = new HashSet<String>();
    if (base.isEmpty()) {
      codes.of(handle, opened.stored()).forEach(it -> keys(scheme, it).forEach(touched::add));
    } else {
      changes.between(handle, base.get().record(), opened.stored()).stream()
          .flatMap(it -> Stream.of(Optional.ofNullable(it.from()), Optional.ofNullable(it.to())))
          .flatMap(Optional::stream)
          .map(it -> it.code() == null ? it.parent() : it.code())
          .forEach(it -> keys(scheme, it == null ? "" : it).forEach(touched::add));
    }
    return touched;
  }

  private static Set<String> keys(CodeScheme scheme, String code) {
    return scheme.parse(code).map(scheme::denialKeys).orElse(Set.of());
  }

  private static JsonNode told(Seen denial, Set<String> touched) {
    var view = Json.parse(denial.body());
    var named = new ArrayList<String>();
    for (var item : view.path("items")) {
      for (var code : item.path("codes")) {
        var printed = code.path("code").asText();
        var above = ControlCode.parse(printed).map(ControlCode::keysUpwards).orElse(List.of());
        if (above.stream().anyMatch(touched::contains)) {
          named.add(printed);
        }
      }
    }
    var told =
        Json.object()
            .put("id", denial.id().toString())
            .put("reference", view.path("reference").asText());
    var list = told.putArray("codes");
    named.stream().distinct().forEach(list::add);
    return told;
  }
}
