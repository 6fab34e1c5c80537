package org.registan.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Actor;
import org.registan.participant.Participants;
import org.registan.record.RecordType;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** Whether what someone wants to write holds together, on today's date where its owner is. */
@ApplicationScoped
public class Contents {

  private final Participants participants;
  private final Links links;
  private final Clock clock;

  Contents(Participants participants, Links links, Clock clock) {
    this.participants = participants;
    this.links = links;
    this.clock = clock;
  }

  /** Today, where the participant is. */
  public LocalDate today(Handle handle, String participant) {
    var zone = participants.find(handle, participant).map(it -> it.timeZone()).orElse("UTC");
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
  }

  /** What does not hold together in a content. */
  public List<Fault> faults(Handle handle, Actor actor, RecordType type, JsonNode content) {
    var faults = new ArrayList<>(type.check(content, today(handle, actor.participant())));
    faults.addAll(links.faults(handle, actor.participant(), type, content));
    return faults;
  }

  /** What does not hold together in the content that an act's request carries. */
  public List<Fault> faultsOfRequest(
      Handle handle, Actor actor, RecordType type, JsonNode request) {
    return faults(handle, actor, type, request.path("content")).stream()
        .map(it -> it.under("/content"))
        .toList();
  }

  static void requireNone(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw Problem.meaningless(faults);
    }
  }
}
