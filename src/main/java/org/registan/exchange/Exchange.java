package org.registan.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.registan.approval.Desk;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.ledger.Acts;
import org.registan.ledger.Contents;
import org.registan.ledger.Drafting;
import org.registan.ledger.Erasures;
import org.registan.ledger.Reads;
import org.registan.ledger.Seen;
import org.registan.record.Act;
import org.registan.record.OwnNames;
import org.registan.record.RecordType;
import org.registan.record.Records;
import org.registan.record.Row;
import org.registan.web.Call;
import org.registan.web.Idempotency;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/**
 * What participants do with records of any kind. Checks come in the order of DESIGN 10: visible
 * (404), owner (403), If-Match (428, 412), state (409), meaning (422).
 */
@ApplicationScoped
class Exchange {

  private final Database database;
  private final Reads reads;
  private final Drafting drafting;
  private final Acts acts;
  private final Contents contents;
  private final Erasures erasures;
  private final Records records;
  private final OwnNames names;
  private final Desk desk;
  private final Idempotency idempotency;

  Exchange(
      Database database,
      Reads reads,
      Drafting drafting,
      Acts acts,
      Contents contents,
      Erasures erasures,
      Records records,
      OwnNames names,
      Desk desk,
      Idempotency idempotency) {
    this.database = database;
    this.reads = reads;
    this.drafting = drafting;
    this.acts = acts;
    this.contents = contents;
    this.erasures = erasures;
    this.records = records;
    this.names = names;
    this.desk = desk;
    this.idempotency = idempotency;
  }

  /** Who calls, and how. */
  record Caller(Actor actor, Call call) {

    Optional<Call.Creation> creation(byte[] body) {
      return call.creation(actor.participant(), actor.account(), body);
    }
  }

  <T> T read(Function<Handle, T> work) {
    return database.act(work);
  }

  Seen draft(Caller caller, RecordType type, JsonNode content, byte[] body) {
    return database.act(handle -> {
      var id =
          idempotency.once(
              handle,
              caller.creation(body),
              () -> {
                requireNew(handle, caller, type, content, Optional.empty());
                var drafted = drafting.draft(handle, caller.actor(), type, content).id();
                names.typed(handle, caller.actor(), type, content, drafted);
                return drafted.toString();
              });
      return reads.one(handle, caller.actor(), type, id);
    });
  }

  Seen redraft(Caller caller, RecordType type, String name, JsonNode content) {
    return database.act(handle -> {
      var own = matched(handle, caller, type, name);
      requireDraft(handle, caller, type, own);
      requireNew(handle, caller, type, content, Optional.of(own.id()));
      drafting.redraft(handle, caller.actor(), type, named(own), content);
      names.typed(handle, caller.actor(), type, content, own.id());
      return reads.one(handle, caller.actor(), type, own.id().toString());
    });
  }

  /** What a file brought in is not typed a second time. */
  private void requireNew(
      Handle handle, Caller caller, RecordType type, JsonNode content, Optional<UUID> itself) {
    var faults = names.faults(handle, caller.actor(), type, content, itself);
    if (!faults.isEmpty()) {
      throw Problem.meaningless(faults);
    }
  }

  void discard(Caller caller, RecordType type, String name) {
    database.run(handle -> {
      var own = matched(handle, caller, type, name);
      requireDraft(handle, caller, type, own);
      drafting.discard(handle, caller.actor(), type, named(own));
    });
  }

  Seen hold(Caller caller, RecordType type, String name, String reason) {
    return database.act(handle -> {
      var own = matched(handle, caller, type, name);
      acts.hold(handle, caller.actor(), type, named(own), true, reason);
      return reads.one(handle, caller.actor(), type, own.id().toString());
    });
  }

  /** Proposes an act; what is wrong with it is said now, not when it is approved. */
  Desk.Shown propose(Caller caller, RecordType type, String name, Asked asked) {
    return database.act(handle -> {
      var own = reads.own(handle, caller.actor(), type, name);
      var id =
          idempotency.once(handle, asked.creation(), () -> open(handle, caller, type, own, asked));
      return desk.show(handle, caller.actor(), id);
    });
  }

  /** An act that is asked for. */
  record Asked(String act, JsonNode request, Optional<Call.Creation> creation) {}

  private String open(Handle handle, Caller caller, RecordType type, Seen own, Asked asked) {
    caller.call().requireMatch(own.etag());
    var row = unchanged(handle, caller, type, own);
    var act = asked.act();
    type.requirePossible(row, act);
    var request = asked.request();
    if (act.equals(Act.ERASE)) {
      erasures.requirePersons(handle, row.id());
    }
    type.acts().stream()
        .filter(it -> it.name().equals(act))
        .findFirst()
        .ifPresent(it -> {
          var whole = type.completed(handle, it, row);
          var faults = contents.faults(handle, caller.actor(), type, whole, it, request);
          if (!faults.isEmpty()) {
            throw Problem.meaningless(faults);
          }
        });
    return desk.propose(
        handle,
        caller.actor(),
        new Desk.Wish(
            RecordProposals.type(type, act),
            row.agency(),
            row.id(),
            own.etag(),
            request,
            request.path("reason").asText()));
  }

  /** The record as it was read; what an erasure would miss is not put beside it meanwhile. */
  private Row unchanged(Handle handle, Caller caller, RecordType type, Seen own) {
    var owner = caller.actor().participant();
    var row = records.share(handle, owner, own.id()).orElseThrow(Problem::notFound);
    if (!acts.tag(handle, owner, type, own.id()).equals(own.etag())) {
      throw Problem.of(ProblemType.IF_MATCH_FAILED, null);
    }
    return row;
  }

  private Seen matched(Handle handle, Caller caller, RecordType type, String name) {
    var own = reads.own(handle, caller.actor(), type, name);
    caller.call().requireMatch(own.etag());
    return own;
  }

  private void requireDraft(Handle handle, Caller caller, RecordType type, Seen own) {
    records
        .find(handle, caller.actor().participant(), own.id())
        .filter(it -> !it.isDraft())
        .ifPresent(it -> {
          throw Problem.notPossible(it.status(), type.possible(it));
        });
  }

  private static Acts.Named named(Seen own) {
    return new Acts.Named(own.id(), own.etag());
  }

  static List<String> json(List<Seen> items) {
    return items.stream().map(Seen::json).toList();
  }
}
