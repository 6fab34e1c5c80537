package org.registan.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.denial.Denials;
import org.registan.kernel.Trace;
import org.registan.stand.StandResource;

/** The log says what was done to which kind of thing, by whose state, and nothing of the thing. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class LogTest {

  private static final String CANARY = "Qhznarqq";

  private final Queue<ExtLogRecord> lines = new ConcurrentLinkedQueue<>();
  private final Handler ear =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          var known = ExtLogRecord.wrap(line);
          known.copyMdc();
          lines.add(known);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    As.stand();
    ear.setLevel(Level.ALL);
    Logger.getLogger("").addHandler(ear);
    Logger.getLogger("registan.access").setLevel(Level.INFO);
  }

  @AfterEach
  void listenNoMore() {
    Logger.getLogger("").removeHandler(ear);
    Logger.getLogger("registan.access").setLevel(Level.WARNING);
  }

  @Test
  void nothingOfBodyPathQueryOrTokenIsLogged() {
    var token = As.stand().tokens().of("PAK", "officer").access();
    var officer = As.the("PAK", "officer");
    var draft = Denials.draft("AFG").replace("Darya", CANARY);
    As.the("PAK", "officer").body(draft).post("/v1/denials");
    As.the("PAK", "officer").body("{\"%s\": %s".formatted(CANARY, CANARY)).post("/v1/denials");
    As.the("PAK", "officer").body("{\"q\": \"%s\"}".formatted(CANARY)).post("/v1/denials/searches");
    As.the("PAK", "officer").get("/v1/denials/" + CANARY);
    As.the("PAK", "officer").get("/v1/denials?reference=" + CANARY);
    As.the("PAK", "officer").get("/v1/denials?" + CANARY + "=1");
    As.the("PAK", "officer").header("Idempotency-Key", CANARY).get("/" + CANARY);
    As.nobody().get("/v1/code-lists/" + CANARY);
    As.bearing(CANARY).get("/v1/me");
    officer.get("/console?kc_idp_hint=" + CANARY);
    As.the("PAK", "officer").get("/v1/me").then().statusCode(200);

    assertThat(lines).extracting(LogTest::written).anyMatch(it -> it.contains("/v1/denials/{id}"));
    assertThat(lines)
        .extracting(LogTest::written)
        .noneMatch(it -> it.contains(CANARY))
        .noneMatch(it -> it.contains("ayesha"))
        .noneMatch(
            it -> it.contains(token.substring(0, 30)) || it.contains(token.substring(200, 230)));
  }

  @Test
  void everyAnswerHasItsLine() {
    var answer = As.the("PAK", "officer").get("/v1/denials/PAK-2026-0000000");

    var line = line(answer.header("X-Request-Id"));
    assertThat(line.getMdcCopy())
        .containsAllEntriesOf(
            Map.of(
                "method", "GET",
                "route", "/v1/denials/{id}",
                "status", "404",
                "participant", "PAK"))
        .containsKey("ms");
    assertThat(line(As.nobody().get("/v1/me").header("X-Request-Id")).getMdcCopy())
        .containsAllEntriesOf(Map.of("route", "/v1/me", "status", "401", "participant", "-"));
  }

  @Test
  void aFailureIsToldByKindAndPlaceAlone() {
    var cause = new SQLException("Duplicate entry '" + CANARY + "'", "23000", 1062);
    var trace = Trace.of(new IllegalStateException("insert of " + CANARY, cause));

    assertThat(trace)
        .contains("IllegalStateException", "SQL state 23000, error 1062", "LogTest")
        .doesNotContain(CANARY);
  }

  /** An answer may be read a moment before its line is written. */
  private ExtLogRecord line(String request) {
    for (int look = 0; look < 1_000; look++) {
      for (var line : lines) {
        if (request.equals(line.getMdcCopy().get("request"))) {
          return line;
        }
      }
      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000L);
    }
    throw new AssertionError("no line of " + request);
  }

  private static String written(ExtLogRecord line) {
    return new PatternFormatter("%c %s%e").format(line) + line.getMdcCopy();
  }
}
