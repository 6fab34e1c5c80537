package org.registan.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Level;
import org.registan.participant.Participant;
import org.registan.participant.Participants;
import org.registan.record.RecordType;

/**
 * Who has a record, for its owner: per recipient the level, since when, which version, and the
 * first and latest day it was obtained. Never a person, an hour or a search.
 */
@ApplicationScoped
public class Recipients {

  private final Participants participants;
  private final Seeing seeing;
  private final Told told;
  private final Obtained obtained;
  private final Clock clock;

  Recipients(Participants participants, Seeing seeing, Told told, Obtained obtained, Clock clock) {
    this.participants = participants;
    this.seeing = seeing;
    this.told = told;
    this.obtained = obtained;
    this.clock = clock;
  }

  /** One recipient that has, or once obtained, the record. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Release(
      String recipient,
      Level level,
      @Nullable Instant since,
      @Nullable Integer version,
      @Nullable LocalDate firstObtained,
      @Nullable LocalDate latestObtained) {}

  /** All of them, by code. The caller must own the record. */
  public List<Release> of(Handle handle, RecordType type, UUID record) {
    var days = obtained.days(handle, record);
    var releases = new ArrayList<Release>();
    var everyone = participants.all(handle).stream().map(Participant::code).toList();
    var seen = seeing.byEveryone(handle, type.name(), record, clock.instant());
    var lines = told.all(handle, everyone, record);
    for (var code : everyone) {
      var on = days.getOrDefault(code, Obtained.NEVER);
      var has = seen.get(code);
      if (has != null && !has.owner().equals(code)) {
        var entries = lines.getOrDefault(code, List.of());
        releases.add(
            new Release(
                code,
                has.level(),
                entries.isEmpty() ? null : entries.getFirst().at(),
                has.version(),
                on.first(),
                on.latest()));
      } else if (on.first() != null) {
        releases.add(new Release(code, Level.NONE, null, null, on.first(), on.latest()));
      }
    }
    return releases;
  }
}
