package org.registan.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;
import org.registan.database.Database;
import org.registan.identity.Stay;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.ledger.Positions;
import org.registan.ledger.Query;
import org.registan.ledger.Reads;
import org.registan.ledger.Seen;
import org.registan.record.Cells;
import org.registan.record.RecordType;
import org.registan.web.Cursors;

/**
 * A whole list as one stream, read chunk by chunk: each in a snapshot of its own at the level of
 * then, and logged before its first byte is sent. While the caller receives, the chunk at hand is
 * held, and neither connection nor transaction.
 */
@ApplicationScoped
class Exports {

  static final String LINES = "application/x-ndjson";
  static final String TABLE = "text/csv";

  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL_NON_NULL).get();

  private final Database database;
  private final Reads reads;
  private final Positions positions;

  Exports(Database database, Reads reads, Positions positions) {
    this.database = database;
    this.reads = reads;
    this.positions = positions;
  }

  /** What is asked for, by whom. */
  record Wish(Stay stay, RecordType type, Query query) {

    Actor actor() {
      return stay.actor();
    }
  }

  /**
   * One view a line; the last line says how many, and from where the feed completes them. The
   * position is taken before anything is read, so that no change falls between.
   */
  StreamingOutput lines(Wish wish) {
    var position = database.act(handle -> positions.now(handle, wish.actor()));
    var first = chunk(wish, Reads.CHUNK, Optional.empty());
    return out -> {
      var count = new int[1];
      each(
          wish,
          first,
          chunk -> {
            for (var seen : chunk) {
              out.write((seen.json() + "\n").getBytes(UTF_8));
            }
            count[0] += chunk.size();
            out.flush();
          });
      var end = Json.object().put("end", true).put("count", count[0]).put("position", position);
      out.write((Json.write(end) + "\n").getBytes(UTF_8));
    };
  }

  /** A row for a record and one for each further item and party; formulas are made inert. */
  StreamingOutput table(Wish wish) {
    var first = chunk(wish, Reads.CHUNK, Optional.empty());
    return out -> table(wish, first, out);
  }

  private void table(Wish wish, Cursors.Page<Seen> first, OutputStream out) throws IOException {
    var layout = wish.type().layout();
    var printer = new CSVPrinter(new OutputStreamWriter(out, UTF_8), CSV);
    printer.printRecord(layout.names());
    each(
        wish,
        first,
        chunk -> {
          for (var seen : chunk) {
            var rows = layout.rows(Json.parse(seen.json())).iterator();
            while (rows.hasNext()) {
              printer.printRecord(rows.next().stream().map(Exports::inert));
            }
          }
          printer.flush();
        });
  }

  private static @Nullable String inert(@Nullable String cell) {
    return cell == null ? null : Cells.inert(cell);
  }

  private interface Sink {
    void accept(List<Seen> chunk) throws IOException;
  }

  private void each(Wish wish, Cursors.Page<Seen> first, Sink sink) throws IOException {
    var chunk = first;
    sink.accept(chunk.items());
    while (chunk.next().isPresent()) {
      wish.stay().require();
      chunk = chunk(wish, Reads.after(chunk.items().size()), chunk.next());
      sink.accept(chunk.items());
    }
  }

  private Cursors.Page<Seen> chunk(Wish wish, int limit, Optional<String> cursor) {
    var part = new Reads.Part(wish.query(), limit, cursor);
    return database.act(handle -> reads.chunk(handle, wish.actor(), wish.type(), part));
  }
}
