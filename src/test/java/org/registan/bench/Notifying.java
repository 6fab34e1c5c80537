package org.registan.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.Stream;
import org.registan.approval.TheDesk;
import org.registan.exchange.TheExchange;
import org.registan.kernel.Actor;

/**
 * A denial proposed by one person and approved by another, beside the same rows inserted plainly.
 */
final class Notifying {

  private static final int TOLD = 20;
  private static final String REASON = "Decision of the licensing board";

  private final Plain plain;
  private final TheExchange exchange;
  private final TheDesk desk = new TheDesk();
  private final Actor officer;
  private final Actor releaser;
  private final JsonNode content;

  Notifying(Plain plain, TheExchange exchange, Actor officer, Actor releaser) {
    this.plain = plain;
    this.exchange = exchange;
    this.officer = officer;
    this.releaser = releaser;
    this.content = Population.draft(officer.participant());
  }

  /** What remains to be done once there is a draft. */
  Runnable prepared() {
    var draft = exchange.draft(officer, content);
    return () -> desk.approve(releaser, exchange.proposeToNotify(officer, draft, REASON));
  }

  void race(Results results, int records, Duration time) {
    var rows = rows();
    var outcome =
        Race.run(
            this::prepared,
            () -> {
              var another = rows.another();
              return () -> plain.act(another::insert);
            },
            time);
    var row = results.race("notify + approve", records, outcome, rows.sql());
    rows.sizes().forEach(row.putObject("rows")::put);
    var works = Stream.generate(this::prepared).limit(TOLD).toList().iterator();
    Results.statements(row, TOLD, () -> works.next().run());
    results.save();
  }

  private PlainRows rows() {
    var draft = exchange.draft(officer, content);
    var before = plain.number("SELECT MAX(seq) FROM audit_entry");
    desk.approve(releaser, exchange.proposeToNotify(officer, draft, REASON));
    var id = draft.id().toString();
    if (plain.number("SELECT COUNT(*) FROM natural_person WHERE record = ?", id) > 0) {
      throw new IllegalStateException("the draft names a natural person");
    }
    return PlainRows.of(plain, id, before);
  }
}
