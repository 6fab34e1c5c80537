package org.registan.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Arc;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.registan.approval.Desk;
import org.registan.identity.Admission;
import org.registan.identity.Stay;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Query;
import org.registan.ledger.Reads;
import org.registan.ledger.Seen;
import org.registan.record.Act;
import org.registan.record.RecordType;
import org.registan.web.Answers;
import org.registan.web.TheCall;

/** The exchange as the resource of a record type calls it, without HTTP. */
public final class TheExchange {

  private final Exchange exchange = Arc.container().instance(Exchange.class).get();
  private final Reads reads = Arc.container().instance(Reads.class).get();
  private final Exports exports = Arc.container().instance(Exports.class).get();
  private final RecordType type;

  public TheExchange(RecordType type) {
    this.type = type;
  }

  /** A page of a list as it is sent, but for the cursor. */
  public byte[] list(Actor reader, Query query, int limit) {
    var page =
        exchange.read(handle ->
            reads.list(handle, reader, type, new Reads.Part(query, limit, Optional.empty())));
    return bytes(Answers.found(Exchange.json(page.items()), Optional.empty()).getEntity());
  }

  /** All that a query finds, line by line. */
  public byte[] lines(Actor reader, Query query) {
    var stay =
        new Stay(
            reader,
            Instant.MAX,
            Arc.container().instance(Admission.class).get(),
            Arc.container().instance(Clock.class).get());
    var out = new ByteArrayOutputStream();
    try {
      exports.lines(new Exports.Wish(stay, type, query)).write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public byte[] one(Actor reader, String id) {
    var seen = exchange.read(handle -> reads.one(handle, reader, type, id));
    return bytes(RecordReads.answer(seen).getEntity());
  }

  public Seen draft(Actor officer, JsonNode content) {
    var caller = new Exchange.Caller(officer, TheCall.matching(""));
    return exchange.draft(caller, type, content, bytes(Json.write(content)));
  }

  public Desk.Shown proposeToNotify(Actor officer, Seen draft, String reason) {
    var request = Json.object().put("reason", reason);
    var caller = new Exchange.Caller(officer, TheCall.matching(draft.etag()));
    var creation = caller.creation(bytes(Json.write(request)));
    var asked = new Exchange.Asked(Act.NOTIFY, request, creation);
    return exchange.propose(caller, type, draft.id().toString(), asked);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
