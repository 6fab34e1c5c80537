package org.registan.attachment;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.database.Database;
import org.registan.identity.Admission;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Drafting;
import org.registan.ledger.Reads;
import org.registan.record.Attached;
import org.registan.record.RecordType;
import org.registan.web.Call;
import org.registan.web.Idempotency;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/**
 * Takes a file in for a draft, no more of it at hand than a piece. While its sender sends, neither
 * connection nor transaction is held; what did not come in whole, or is refused, is dropped.
 */
@ApplicationScoped
class Uploading {

  private static final ProblemType REFUSED =
      new ProblemType("attachment-refused", 422, "This file is not taken");

  private final Database database;
  private final Attachments attachments;
  private final Room room;
  private final Incoming incoming;
  private final Scanner scanner;
  private final Reads reads;
  private final Drafting drafting;
  private final Idempotency idempotency;
  private final Admission admission;
  private final Audit audit;
  private final Clock clock;
  private final long largest;

  Uploading(
      Database database,
      Attachments attachments,
      Room room,
      Incoming incoming,
      Scanner scanner,
      Reads reads,
      Drafting drafting,
      Idempotency idempotency,
      Admission admission,
      Audit audit,
      Clock clock,
      @ConfigProperty(name = "registan.attachments.max-size") MemorySize largest) {
    this.database = database;
    this.attachments = attachments;
    this.room = room;
    this.incoming = incoming;
    this.scanner = scanner;
    this.reads = reads;
    this.drafting = drafting;
    this.idempotency = idempotency;
    this.admission = admission;
    this.audit = audit;
    this.clock = clock;
    this.largest = largest.asLongValue();
  }

  /**
   * What comes in.
   *
   * @param announced its length, if the sender told it
   * @param mayBeKnown whether it may have been sent before, under the same key
   * @param creation what a digest of it makes of that
   */
  record Delivery(
      Form form,
      String fileName,
      @Nullable String language,
      @Nullable Boolean authentic,
      long announced,
      InputStream body,
      boolean mayBeKnown,
      Function<String, Optional<Call.Creation>> creation) {

    Attachment made(Upload upload, Incoming.Whole whole) {
      return new Attachment(
          upload.id(),
          fileName,
          form.mediaType(),
          whole.size(),
          whole.sha256(),
          language,
          authentic);
    }
  }

  /** Takes a file in for an actor's draft; what became of it, now or when it was sent before. */
  Taken receive(Actor actor, RecordType type, String record, Delivery delivery) {
    if (delivery.announced() > largest) {
      throw Problem.of(ProblemType.BODY_TOO_LARGE, null);
    }
    var upload = database.act(handle -> begin(handle, actor, type, record, delivery));
    var isKept = false;
    try {
      var made = delivery.made(upload, incoming.take(upload, delivery.body(), largest));
      requireFit(type, upload, made);
      if (!admission.isStillAdmitted(actor)) {
        logRefusal(type, upload, "its sender was blocked meanwhile");
        throw new UnauthorizedException("blocked meanwhile");
      }
      var creation = delivery.creation().apply(made.sha256());
      var kept = database.act(handle -> attached(handle, type, upload, made, creation));
      isKept = kept.id().equals(upload.id());
      return new Taken(upload.record(), kept);
    } finally {
      if (!isKept) {
        database.run(handle -> attachments.drop(handle, upload.id()));
      }
    }
  }

  /** A file that is attached to a record. */
  record Taken(UUID record, Attachment attachment) {}

  /** Checks before anything is sent; of what may be known already, only when it is not. */
  private Upload begin(
      Handle handle, Actor actor, RecordType type, String record, Delivery delivery) {
    var own = reads.own(handle, actor, type, record);
    if (!delivery.mayBeKnown()) {
      drafting.requireDraft(handle, actor, type, own.id());
      Room.require(Json.parse(own.body()));
      room.requireBefore(handle, actor);
    }
    var upload =
        new Upload(
            UUID.randomUUID(),
            actor,
            own.mention(),
            delivery.fileName(),
            delivery.form(),
            clock.instant(),
            clock);
    if (!attachments.begin(handle, upload)) {
      throw Problem.notFound();
    }
    return upload;
  }

  private void requireFit(RecordType type, Upload upload, Attachment made) {
    var file = attachments.pieces(upload, made.size());
    try {
      upload.form().require(file);
      scanner.require(file);
    } catch (Refused e) {
      logRefusal(type, upload, e.why());
      throw Problem.of(REFUSED, e.why());
    }
  }

  private Attachment attached(
      Handle handle,
      RecordType type,
      Upload upload,
      Attachment made,
      Optional<Call.Creation> creation) {
    var id = idempotency.once(handle, creation, () -> attach(handle, type, upload, made));
    var own = reads.one(handle, upload.actor(), type, upload.record().toString());
    return Attached.named(Json.parse(own.body()), id)
        .map(it -> Json.to(it, Attachment.class))
        .orElseThrow(Problem::notFound);
  }

  /** What was sent in may be an attack, or what an account that is no longer its owner's sends. */
  private void logRefusal(RecordType type, Upload upload, String why) {
    var event = type.name() + ".attach.refused";
    var mentions = List.of(upload.draft());
    database.run(handle ->
        audit.write(
            handle, new Event(event, upload.actor(), mentions, Map.of("why", why), Map.of())));
  }

  private String attach(Handle handle, RecordType type, Upload upload, Attachment made) {
    room.requireAfter(handle, upload.actor());
    drafting.change(
        handle,
        upload.actor(),
        type,
        upload.record(),
        new Drafting.Change(
            "attach",
            Map.of("attachment", made.id().toString()),
            content -> {
              Room.require(content);
              return Attached.with(content, Json.tree(made));
            }));
    if (!attachments.store(handle, made)) {
      throw upload.gone();
    }
    return made.id().toString();
  }
}
