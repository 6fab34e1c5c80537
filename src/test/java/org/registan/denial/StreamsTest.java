package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.registan.As;
import org.registan.TestClock;
import org.registan.kernel.Json;
import org.registan.stand.StandResource;
import org.registan.stand.Token;

/** What is sent as it is read: no faster than it is taken, to nobody else, and never cut unseen. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class StreamsTest {

  /** Two chunks and a bit, each more than lies in a connection that nobody reads from. */
  private static final int DENIALS = 250;

  private static final int CHUNKS = 3;

  private static final int AT_ONCE = 16;
  private static final String FAR = "TUV";

  private static String position = "";

  @Inject Jdbi jdbi;
  @Inject TestClock clock;

  private Token token;
  private String client;

  /** The streams that there are. */
  enum Stream {
    FEED("/v1/changes?after=%s", "application/x-ndjson", "changes.read"),
    LINES("/v1/denials?destination=TUV&owner=UZB", "application/x-ndjson", "record.export"),
    TABLE("/v1/denials?destination=TUV&owner=UZB", "text/csv", "record.export");

    private final String path;
    private final String accept;
    private final String event;

    Stream(String path, String accept, String event) {
      this.path = path;
      this.accept = accept;
      this.event = event;
    }
  }

  @BeforeEach
  void uzbekistanSharesMuchWithKazakhstansMachine() {
    token = As.stand().tokens().of("KAZ", "machine-read");
    var id = As.bearing(token).get("/v1/me").<String>path("client");
    client = "/v1/participants/KAZ/clients/" + id;
    if (position.isEmpty()) {
      policy("UZB", permit("DETAIL", "KAZ"));
      position = now();
      var file = ImportFiles.drafted("UZB", ImportFiles.LINES, much());
      var proposal = ImportFiles.proposed("UZB", file);
      Denials.approved("UZB", proposal);
      ImportFiles.settled("UZB", file);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsReadForWhoTakesNothing(Stream stream) throws IOException {
    var before = reads(stream);
    try (var taker = begun(stream)) {
      try (var other = begun(stream)) {
        assertThat(other.isWhole()).isTrue();
      }
      assertThat(reads(stream) - before).isEqualTo(1 + CHUNKS);

      assertThat(taker.isWhole()).isTrue();
    }
    assertThat(reads(stream) - before).isEqualTo(CHUNKS + CHUNKS);
  }

  @ParameterizedTest
  @EnumSource
  void whoIsBlockedGetsNothingMoreAndIsNotToldThatItIsAll(Stream stream) throws IOException {
    var before = reads(stream);
    try (var taker = begun(stream)) {
      As.the("KAZ", "state-admin").post(client + "/block").then().statusCode(200);

      assertThat(taker.isWhole()).isFalse();
    } finally {
      As.the("KAZ", "state-admin").post(client + "/unblock").then().statusCode(200);
    }
    assertThat(reads(stream) - before).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aTokenThatExpiresEndsWhatItOpened(Stream stream) throws IOException {
    var before = reads(stream);
    try (var taker = begun(stream)) {
      clock.advance(Duration.ofHours(1));

      assertThat(taker.isWhole()).isFalse();
    } finally {
      clock.reset();
    }
    assertThat(reads(stream) - before).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void whereTheEndOfTheConnectionIsTheOnlyOneThereIsNone(Stream stream) throws IOException {
    var path = stream.path.formatted(position);
    try (var taker = Taker.of(token, path, stream.accept, "HTTP/1.0")) {
      assertThat(taker.all()).contains(" 505 ", "/problems/http-too-old").doesNotContain("ЖЖЖЖ");
    }
  }

  @Test
  void whoBreaksOffIsNotCountedAnyMore() throws IOException {
    for (int i = 0; i < AT_ONCE; i++) {
      begun(Stream.TABLE).close();
    }

    for (int tries = 0; As.bearing(token).get("/v1/me").statusCode() != 200; tries++) {
      assertThat(tries).isLessThan(1_000);
    }
  }

  private Taker begun(Stream stream) throws IOException {
    return Taker.of(token, stream.path.formatted(position), stream.accept).begun();
  }

  /** How many chunks of it were read for Kazakhstan. */
  private int reads(Stream stream) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT COUNT(*) FROM audit_entry WHERE log = 'KAZ' AND body LIKE :event")
            .bind("event", "%" + stream.event + "%")
            .mapTo(int.class)
            .one());
  }

  /** The end of what Kazakhstan was told. */
  private String now() {
    var lines = As.bearing(token).accept("application/x-ndjson").get("/v1/denials?destination=XKX");
    return Json.parse(lines.asString().lines().toList().getLast()).path("position").asText();
  }

  private static String much() {
    var text = "{\"lang\": \"en\", \"text\": \"%s\"}".formatted("Ж".repeat(3_900));
    var texts = IntStream.range(0, 10).mapToObj(it -> text).collect(Collectors.joining(","));
    return IntStream.range(0, DENIALS)
        .mapToObj(it ->
            draft(FAR, "AMBER", "\"statedEndUse\": [%s],".formatted(texts))
                .replace("N-1", UUID.randomUUID().toString())
                .replace("\n", " "))
        .collect(Collectors.joining("\n"));
  }
}
