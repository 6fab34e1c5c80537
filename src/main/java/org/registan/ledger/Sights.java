package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.record.RecordType;

/** What participants see of a record now, for decisions that rest on it; none of it is sent. */
@ApplicationScoped
public class Sights {

  private final Seeing seeing;
  private final Clock clock;

  Sights(Seeing seeing, Clock clock) {
    this.seeing = seeing;
    this.clock = clock;
  }

  /** What one of them sees. */
  public Optional<Seen> of(Handle handle, String participant, RecordType type, UUID id) {
    return seeing.byId(handle, participant, type.name(), id, clock.instant());
  }

  /** What each that sees it does, the natural persons left out. */
  public Map<String, Seen> ofAll(Handle handle, RecordType type, UUID id) {
    return seeing.byEveryone(handle, type.name(), id, clock.instant());
  }
}
