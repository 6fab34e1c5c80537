package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.registan.audit.Event;
import org.registan.kernel.Actor;
import org.registan.record.RecordType;
import org.registan.web.Problem;

/**
 * Reads of something that belongs to a record and is named in it, such as a file. Whoever sees the
 * name in the record, at the level they have, reads the thing; it has no visibility of its own.
 */
@ApplicationScoped
public class PartReads {

  private final Reads reads;

  PartReads(Reads reads) {
    this.reads = reads;
  }

  /**
   * What is asked for.
   *
   * @param what of which kind it is, in the log
   * @param part its id, as the caller wrote it
   * @param names whether a record, as someone sees it, names it
   */
  public record Wanted(
      RecordType type, String record, String what, String part, Predicate<Seen> names) {}

  /** The record, logged as read; hidden, withheld, another record's and missing look alike. */
  public Seen read(Handle handle, Actor actor, Wanted wanted) {
    var event = "record.read-" + wanted.what();
    var seen = reads.find(handle, actor, wanted.type(), wanted.record()).filter(wanted.names());
    if (seen.isEmpty()) {
      var asked = wanted.record() + "/" + wanted.part();
      reads.logRefusal(
          handle, Event.refused(event + ".missed", actor, wanted.type().name(), asked));
      throw Problem.notFound();
    }
    reads.log(handle, actor, event, List.of(seen.get()), Map.of(wanted.what(), wanted.part()));
    return seen.get();
  }

  /** Whether the actor still sees it, for what goes on after it was read and logged. */
  public boolean stillShows(Handle handle, Actor actor, Wanted wanted) {
    return reads
        .find(handle, actor, wanted.type(), wanted.record())
        .filter(wanted.names())
        .isPresent();
  }
}
