package org.registan.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.registan.audit.Audit;
import org.registan.audit.Event;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Digest;
import org.registan.kernel.Json;
import org.registan.record.Line;
import org.registan.record.RecordType;
import org.registan.web.Call;
import org.registan.web.Fault;
import org.registan.web.Idempotency;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/**
 * Takes a file in, as fast as it comes and no more of it at once than a few rows. No connection is
 * held while waiting for its sender; what did not come in whole is dropped.
 */
@ApplicationScoped
class Receiving {

  private static final ProblemType TOO_SLOW =
      new ProblemType("too-slow", 408, "It did not come in within an hour: send it again");

  private static final int SOME_ROWS = 200;
  private static final int SOME_TEXT = 500_000;

  private final Database database;
  private final Imports imports;
  private final Entries entries;
  private final Formats formats;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Clock clock;

  Receiving(
      Database database,
      Imports imports,
      Entries entries,
      Formats formats,
      Idempotency idempotency,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.imports = imports;
    this.entries = entries;
    this.formats = formats;
    this.idempotency = idempotency;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What comes in.
   *
   * @param defaults each a column, = and what stands for its empty cells
   * @param creation what its digest makes of it, if it may be asked for again
   */
  record Delivery(
      String mediaType,
      List<String> defaults,
      InputStream body,
      Function<String, Optional<Call.Creation>> creation) {}

  /** The id of the import, this one or that of the same file asked for before. */
  UUID receive(Actor actor, RecordType type, Delivery delivery) {
    var format = formats.of(type, delivery.mediaType());
    var batch = batch(actor, type, delivery, defaults(type, format, delivery.defaults()));
    database.run(handle -> imports.add(handle, batch));
    try {
      var in = new DigestInputStream(delivery.body(), Digest.sha256());
      var rows = stage(batch, format, in);
      var creation = delivery.creation().apply(Digest.of(in.getMessageDigest()));
      var id = UUID.fromString(database.act(handle -> taken(handle, actor, batch, rows, creation)));
      if (!id.equals(batch.id())) {
        database.run(handle -> imports.drop(handle, batch.id()));
      }
      return id;
    } catch (RuntimeException e) {
      database.run(handle -> imports.drop(handle, batch.id()));
      throw e;
    }
  }

  private String taken(
      Handle handle, Actor actor, Import batch, int rows, Optional<Call.Creation> creation) {
    return idempotency.once(
        handle,
        creation,
        () -> {
          entries.tellApart(handle, batch.id());
          imports.received(handle, batch.id(), rows);
          if (!imports.move(handle, batch.id(), Import.State.RECEIVING, Import.State.READING)) {
            throw Problem.of(TOO_SLOW, null);
          }
          audit.write(
              handle,
              Event.administration(
                  batch.type() + ".import", actor, Map.of("import", batch.id().toString())));
          return batch.id().toString();
        });
  }

  private Import batch(Actor actor, RecordType type, Delivery delivery, ObjectNode defaults) {
    return new Import(
        UUID.randomUUID(),
        actor.participant(),
        type.name(),
        actor,
        delivery.mediaType(),
        defaults,
        Import.State.RECEIVING,
        clock.instant(),
        0,
        null,
        null);
  }

  private static ObjectNode defaults(RecordType type, Format format, List<String> given) {
    var defaults = Json.object();
    var faults = new ArrayList<Fault>();
    if (!given.isEmpty() && format.columns().isEmpty()) {
      faults.add(Fault.in("default", "is for tables"));
    }
    for (var each : given) {
      var equals = each.indexOf('=');
      var column = each.substring(0, Math.max(0, equals));
      if (!type.layout().takes(column)) {
        faults.add(Fault.in("default", "does not name a column of the layout"));
      } else {
        defaults.put(column, each.substring(equals + 1));
      }
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    return defaults;
  }

  private int stage(Import batch, Format format, InputStream in) {
    var waiting = new ArrayList<Entries.Staged>();
    var size = new int[1];
    var rows =
        Incoming.read(
            in,
            format,
            line -> {
              waiting.add(new Entries.Staged(line, format.common(line)));
              size[0] += length(line);
              if (waiting.size() == SOME_ROWS || size[0] > SOME_TEXT) {
                write(batch, waiting);
                size[0] = 0;
              }
            });
    write(batch, waiting);
    return rows;
  }

  private void write(Import batch, List<Entries.Staged> waiting) {
    if (!waiting.isEmpty()) {
      database.run(handle -> {
        if (!imports.isComingIn(handle, batch.id())) {
          throw Problem.of(TOO_SLOW, null);
        }
        entries.stage(handle, batch.id(), waiting);
      });
      waiting.clear();
    }
  }

  private static int length(Line line) {
    return line.cells().values().stream().mapToInt(String::length).sum();
  }
}
