package org.registan.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.database.Database;
import org.registan.identity.Stay;
import org.registan.kernel.Actor;
import org.registan.kernel.Ids;
import org.registan.kernel.Json;
import org.registan.ledger.Acts;
import org.registan.ledger.Drafting;
import org.registan.ledger.PartReads;
import org.registan.ledger.Reads;
import org.registan.ledger.Seen;
import org.registan.record.Attached;
import org.registan.record.RecordType;
import org.registan.web.Call;
import org.registan.web.Problem;

/** The files that records name: handed out to whoever sees them named, removed from drafts. */
@ApplicationScoped
class Holdings {

  private final Database database;
  private final Attachments attachments;
  private final PartReads parts;
  private final Reads reads;
  private final Drafting drafting;

  Holdings(
      Database database, Attachments attachments, PartReads parts, Reads reads, Drafting drafting) {
    this.database = database;
    this.attachments = attachments;
    this.parts = parts;
    this.reads = reads;
    this.drafting = drafting;
  }

  /** A file that its reader may have, whose reading is logged. */
  record Found(PartReads.Wanted wanted, UUID record, Attachment attachment) {}

  /** The file, if the actor sees it named in the record at the level that they have. */
  Found find(Actor actor, RecordType type, String record, String attachment) {
    var wanted = wanted(type, record, attachment);
    var seen = database.act(handle -> parts.read(handle, actor, wanted));
    return new Found(wanted, seen.id(), named(seen, attachment).orElseThrow(Problem::notFound));
  }

  /** Writes it out; before each piece is read, its reader must still be let in and see it. */
  void send(Stay stay, Found found, OutputStream out) throws IOException {
    var count = Pieces.count(found.attachment().size());
    for (int n = 0; n < count; n++) {
      stay.require();
      var at = n;
      var piece = database.act(handle -> piece(handle, stay.actor(), found, at));
      if (piece.isEmpty() && n == 0) {
        throw Problem.notFound();
      }
      out.write(piece.orElseThrow(() -> new IOException("taken back meanwhile")));
    }
  }

  private Optional<byte[]> piece(Handle handle, Actor actor, Found found, int n) {
    return parts.stillShows(handle, actor, found.wanted())
        ? attachments.piece(handle, found.record(), found.attachment().id(), n)
        : Optional.empty();
  }

  /** Removes it from a draft that is as the caller read it. */
  void remove(Actor actor, Call call, RecordType type, String record, String attachment) {
    database.run(handle -> {
      var own = reads.own(handle, actor, type, record);
      var it = named(own, attachment).orElseThrow(Problem::notFound);
      call.requireMatch(own.etag());
      drafting.change(
          handle,
          actor,
          type,
          new Acts.Named(own.id(), own.etag()),
          new Drafting.Change(
              "detach",
              Map.of("attachment", it.id().toString()),
              content -> Attached.without(content, it.id().toString())));
      attachments.delete(handle, own.id(), it.id());
    });
  }

  private static PartReads.Wanted wanted(RecordType type, String record, String attachment) {
    return new PartReads.Wanted(
        type, record, "attachment", attachment, seen -> named(seen, attachment).isPresent());
  }

  private static Optional<Attachment> named(Seen seen, String attachment) {
    return Ids.parse(attachment)
        .flatMap(it -> Attached.named(Json.parse(seen.body()), it.toString()))
        .map(it -> Json.to(it, Attachment.class));
  }
}
