package org.registan.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Actor;
import org.registan.participant.Participants;
import org.registan.record.Act;
import org.registan.record.Moment;
import org.registan.record.RecordType;
import org.registan.record.Row;
import org.registan.record.Terms;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** Whether what someone wants to write holds together, on today's date where its owner is. */
@ApplicationScoped
public class Contents {

  private final Participants participants;
  private final Links links;
  private final Terms terms;
  private final Clock clock;

  Contents(Participants participants, Links links, Terms terms, Clock clock) {
    this.participants = participants;
    this.links = links;
    this.terms = terms;
    this.clock = clock;
  }

  /** Today, where the participant is. */
  public LocalDate today(Handle handle, String participant) {
    var zone = participants.timeZone(handle, participant).orElse("UTC");
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
  }

  /** What an act of the owner on its records goes by now. */
  public Moment moment(Handle handle, String owner, RecordType type) {
    return new Moment(today(handle, owner), terms.of(handle, owner, type.name()));
  }

  /** What does not hold together in a content. */
  public List<Fault> faults(Handle handle, Actor actor, RecordType type, JsonNode content) {
    return faults(handle, actor, type, content, MissingNode.getInstance());
  }

  private List<Fault> faults(
      Handle handle, Actor actor, RecordType type, JsonNode content, JsonNode before) {
    var faults = new ArrayList<>(type.check(content, today(handle, actor.participant())));
    faults.addAll(links.faults(handle, actor, type, content));
    faults.addAll(type.check(handle, actor, content, before));
    return faults;
  }

  /** What does not hold together in the request for an act on a record. */
  public List<Fault> faults(
      Handle handle, Actor actor, RecordType type, Row row, Act act, JsonNode request) {
    var faults = new ArrayList<>(type.check(act, row, request, today(handle, actor.participant())));
    if (act.replacesContent()) {
      faults(handle, actor, type, request.path("content"), row.content()).stream()
          .map(it -> it.under("/content"))
          .forEach(faults::add);
    }
    return faults;
  }

  static void requireNone(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw Problem.meaningless(faults);
    }
  }
}
