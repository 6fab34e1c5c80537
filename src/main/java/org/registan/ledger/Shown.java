package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Level;
import org.registan.participant.Participant;
import org.registan.participant.Participants;
import org.registan.record.DocumentHistory;
import org.registan.record.DocumentHistory.Revision;
import org.registan.record.RecordType;
import org.registan.record.Row;
import org.registan.record.Traces;
import org.registan.record.Versions;

/**
 * What of a record's persons each participant was ever shown: by the documents that it was told of
 * or sees now, of whichever layer, and by nothing that was withheld from it.
 */
@ApplicationScoped
class Shown {

  private final Participants participants;
  private final DocumentHistory documents;
  private final Versions versions;
  private final Seeing seeing;
  private final Told told;
  private final Clock clock;

  Shown(
      Participants participants,
      DocumentHistory documents,
      Versions versions,
      Seeing seeing,
      Told told,
      Clock clock) {
    this.participants = participants;
    this.documents = documents;
    this.versions = versions;
    this.seeing = seeing;
    this.told = told;
    this.clock = clock;
  }

  /** By what they are recognised, by participant. */
  Map<String, Traces> of(Handle handle, RecordType type, Row row) {
    var everyone = participants.all(handle).stream().map(Participant::code).toList();
    var traces = documents.traces(handle, type, row);
    var all = versions.of(handle, row.id());
    var shown = new HashMap<String, Traces>();
    told.ever(handle, everyone, row.id()).stream()
        .collect(Collectors.groupingBy(Told.Line::recipient))
        .forEach((recipient, entries) ->
            revisions(entries, all)
                .forEach(it ->
                    shown.merge(recipient, traces.getOrDefault(it, Traces.NONE), Traces::and)));
    seeing
        .byEveryone(handle, type.name(), row.id(), clock.instant())
        .forEach((recipient, seen) -> {
          var now = new Revision(seen.level(), seen.version());
          shown.merge(recipient, traces.getOrDefault(now, Traces.NONE), Traces::and);
        });
    return shown;
  }

  private static Set<Revision> revisions(List<Told.Line> entries, List<Versions.Version> all) {
    var levels = History.levels(entries, all.getLast().n());
    var revisions = new LinkedHashSet<Revision>();
    for (var version : all) {
      var level = levels.getOrDefault(version.n(), Level.NONE);
      if (level.isReadable()) {
        revisions.add(new Revision(level, version.revision(level)));
      }
    }
    return revisions;
  }
}
