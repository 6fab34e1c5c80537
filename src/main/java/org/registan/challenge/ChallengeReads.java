package org.registan.challenge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.audit.Mention;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Reads;
import org.registan.record.RecordType;
import org.registan.web.Cursors;
import org.registan.web.Platform;

/**
 * What is read of challenges, of one record or of all: by each of the two, the same; all logged.
 */
@ApplicationScoped
class ChallengeReads {

  private final Database database;
  private final Reads reads;
  private final Challenges challenges;
  private final Platform platform;
  private final Audit audit;

  ChallengeReads(
      Database database, Reads reads, Challenges challenges, Platform platform, Audit audit) {
    this.database = database;
    this.reads = reads;
    this.challenges = challenges;
    this.platform = platform;
    this.audit = audit;
  }

  /** Those of a record that the actor's state raised, or all of them for the owner. */
  List<ObjectNode> of(Actor actor, RecordType type, String name) {
    return database.act(handle -> {
      var seen = reads.one(handle, actor, type, name);
      return read(handle, actor, challenges.of(handle, actor.participant(), seen.id()));
    });
  }

  /** A page of those of all records that the actor's state sees. */
  Cursors.Page<ObjectNode> list(
      Actor actor, Challenges.Wanted wanted, int limit, Optional<String> cursor) {
    var bound = String.join("\n", "challenges", actor.participant(), Json.write(wanted));
    return database.act(handle -> {
      var key = platform.row(handle).cursorKey();
      var after = cursor.map(it -> Cursors.open(key, bound, it, Challenges.Place.class));
      var found =
          challenges.list(handle, actor.participant(), wanted, after.orElse(null), limit + 1);
      var page =
          Cursors.page(
              key,
              bound,
              found,
              limit,
              it -> new Challenges.Place(it.challenge().raisedAt(), it.challenge().id()));
      return new Cursors.Page<>(read(handle, actor, page.items()), page.next());
    });
  }

  private List<ObjectNode> read(Handle handle, Actor actor, List<Challenge.Standing> found) {
    var mentions = found.stream().map(it -> mention(it, actor)).toList();
    audit.write(handle, Event.read("challenge.list", actor, mentions));
    return found.stream().map(it -> ChallengeView.of(it, actor.participant())).toList();
  }

  /** Names it in the log of the other of the two: how it stands tells of the owner's record. */
  private static Mention mention(Challenge.Standing standing, Actor reader) {
    var challenge = standing.challenge();
    var own = reader.participant().equals(challenge.challenger());
    var other = own ? challenge.owner() : challenge.challenger();
    return new Mention("challenge", challenge.id(), other, challenge.version(), standing.tells());
  }
}
