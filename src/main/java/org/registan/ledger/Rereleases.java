package org.registan.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.registan.participant.ParticipantChanged;
import org.registan.record.RecordTypes;

/**
 * Owners whose releases must be judged again because something they rest on changed: who takes
 * part, a regime's members, a partner's standing offer, the stop switch.
 */
@ApplicationScoped
public class Rereleases {

  private final RecordTypes types;
  private final Benches benches;
  private final Gates gates;

  Rereleases(RecordTypes types, Benches benches, Gates gates) {
    this.types = types;
    this.benches = benches;
    this.gates = gates;
  }

  /** What waits, and how often it was asked for. */
  record Waiting(String owner, String type, long requested) {}

  /** Asks that an owner's records be judged again, soon after this transaction commits. */
  public void request(Handle handle, String owner, String type) {
    handle.execute(
        "INSERT INTO rerelease (owner, rtype, requested) VALUES (?, ?, 1)"
            + " ON DUPLICATE KEY UPDATE requested = requested + 1",
        owner,
        type);
  }

  /**
   * Asks the same of those who rest on this owner's standing offer, or are about to. Only for what
   * can change the offer: two states that ask each other for reciprocity would never come to rest.
   */
  void requestOfOthers(Handle handle, String owner, String type) {
    var asking = new TreeSet<>(benches.askingReciprocity(handle, type));
    gates.all(handle, type).stream()
        .filter(it -> it.preparing() != null)
        .forEach(it -> asking.add(it.owner()));
    asking.remove(owner);
    asking.forEach(it -> request(handle, it, type));
  }

  /**
   * Asks for the same again when others' offers are no longer those that a flip was judged on. It
   * waits for whoever is just changing theirs, since they asked for us before we were there.
   */
  void requestIfStale(Handle handle, String type, Bench judgedOn) {
    if (judgedOn.policy().policy().asksReciprocity()) {
      gates.await(handle, type);
      if (!benches.of(handle, judgedOn.owner(), type).offers().equals(judgedOn.offers())) {
        request(handle, judgedOn.owner(), type);
      }
    }
  }

  void onChange(@Observes ParticipantChanged change) {
    for (var type : types.all()) {
      change
          .handle()
          .createQuery("SELECT owner FROM gate WHERE rtype = :type")
          .bind("type", type.name())
          .mapTo(String.class)
          .list()
          .forEach(owner -> request(change.handle(), owner, type.name()));
    }
  }

  List<Waiting> waiting(Handle handle) {
    return handle
        .createQuery("SELECT owner, rtype, requested FROM rerelease ORDER BY owner, rtype")
        .map((row, ctx) -> new Waiting(row.getString(1), row.getString(2), row.getLong(3)))
        .list();
  }

  /** Done, unless it was asked for again meanwhile. */
  void done(Handle handle, Waiting waiting) {
    handle.execute(
        "DELETE FROM rerelease WHERE owner = ? AND rtype = ? AND requested = ?",
        waiting.owner(),
        waiting.type(),
        waiting.requested());
  }
}
