package org.registan.attachment;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
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

  static final int MOST = 50;

  private static final ProblemType TOO_MANY =
      new ProblemType("too-many-attachments", 409, "A record has at most 50 attachments");

  private static final ProblemType REFUSED =
      new ProblemType("attachment-refused", 422, "This file is not taken");

  private final Database database;
  private final Attachments attachments;
  private final Incoming incoming;
  private final Scanner scanner;
  private final Reads reads;
  private final Drafting drafting;
  private final Idempotency idempotency;
  private final Admission admission;
  private final Clock clock;
  private final long largest;

  Uploading(
      Database database,
      Attachments attachments,
      Incoming incoming,
      Scanner scanner,
      Reads reads,
      Drafting drafting,
      Idempotency idempotency,
      Admission admission,
      Clock clock,
      @ConfigProperty(name = "registan.attachments.max-size") MemorySize largest) {
    this.database = database;
    this.attachments = attachments;
    this.incoming = incoming;
    this.scanner = scanner;
    this.reads = reads;
    this.drafting = drafting;
    this.idempotency = idempotency;
    this.admission = admission;
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
      requireFit(upload, made);
      if (!admission.isStillAdmitted(actor)) {
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
      requireRoom(Json.parse(own.body()));
    }
    var upload =
        new Upload(
            UUID.randomUUID(),
            actor,
            own.id(),
            delivery.fileName(),
            delivery.form(),
            clock.instant(),
            clock);
    if (!attachments.begin(handle, upload)) {
      throw Problem.notFound();
    }
    return upload;
  }

  private void requireFit(Upload upload, Attachment made) {
    var file = attachments.pieces(upload, made.size());
    try {
      upload.form().require(file);
      scanner.require(file);
    } catch (Refused e) {
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

  private String attach(Handle handle, RecordType type, Upload upload, Attachment made) {
    drafting.change(
        handle,
        upload.actor(),
        type,
        upload.record(),
        content -> {
          requireRoom(content);
          return Attached.with(content, Json.tree(made));
        });
    if (!attachments.store(handle, made)) {
      throw upload.gone();
    }
    return made.id().toString();
  }

  private static void requireRoom(JsonNode content) {
    if (Attached.count(content) >= MOST) {
      throw Problem.of(TOO_MANY, null);
    }
  }
}
