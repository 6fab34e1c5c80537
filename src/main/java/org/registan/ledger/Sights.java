package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.record.RecordType;

/**
 * What participants see of a record now, for decisions that rest on it; none of its content is
 * sent.
 */
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

  /** A join of what {@code recipient} sees of {@code record} at {@code :now}, if anything: v. */
  public static String of(String record, String recipient) {
    return " LEFT JOIN (visible v JOIN gate g ON g.owner = v.owner AND g.rtype = v.rtype)"
        + " ON v.record = %s AND v.recipient = %s AND ".formatted(record, recipient)
        + Seeing.NOW_VISIBLE;
  }
}
