package org.registan.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.registan.demo.Loader.Summary;

/** The loader keeps to the contract and ends with the same data whatever cuts it off. */
class LoaderTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void loadsEverythingOnce() throws Exception {
    try (var exchange = PaperExchange.strict()) {
      assertThat(loader(exchange, LoaderTest::token).load(DAY))
          .isEqualTo(new Summary(1_107, 0, 14));
      assertComplete(exchange, DAY);
      assertThat(printed.toString(StandardCharsets.UTF_8))
          .contains("PAK has adopted", "(5 %)", "1107 of 1107 (100 %)");
      assertThat(loader(exchange, LoaderTest::token).load(DAY)).isEqualTo(new Summary(0, 1_107, 0));
    }
  }

  @Test
  void goesOnWhereAKilledLoadWas() throws Exception {
    try (var exchange = PaperExchange.reliable()) {
      for (var calls : new int[] {20, 700, 1_901}) {
        assertThatThrownBy(() -> loader(exchange, dyingAfter(calls)).load(DAY))
            .isInstanceOf(IllegalStateException.class);
      }
      var later = DAY.plusWeeks(3);
      assertThat(loader(exchange, LoaderTest::token).load(later).alreadyThere())
          .isBetween(300, 1_000);
      assertComplete(exchange, DAY);
    }
  }

  @Test
  void goesOnAmongTheSequels() throws Exception {
    try (var exchange = PaperExchange.reliable()) {
      assertThatThrownBy(() -> loader(exchange, dyingAfter(3_370)).load(DAY))
          .isInstanceOf(IllegalStateException.class);
      assertThat(loader(exchange, LoaderTest::token).load(DAY).sequels()).isBetween(1, 13);
      assertComplete(exchange, DAY);
    }
  }

  @Test
  void outlivesAServerThatIsAwayAndLosesAnswers() throws Exception {
    try (var exchange = PaperExchange.unreliable()) {
      loader(exchange, LoaderTest::token).load(DAY);
      assertComplete(exchange, DAY);
    }
  }

  @Test
  void saysWhatWasRefused() throws Exception {
    try (var exchange = PaperExchange.reliable()) {
      var loader = loader(exchange, (participant, role) -> participant + "/officer");
      assertThatThrownBy(() -> loader.load(DAY))
          .isInstanceOf(Api.Refused.class)
          .hasMessageContaining("403");
    }
  }

  @Test
  void aDepartureFromTheContractWouldBeSeen() throws Exception {
    try (var exchange = PaperExchange.strict()) {
      var api = new Api(exchange.address(), LoaderTest::token, Duration.ofMillis(1));
      var body = DemoFiles.JSON.createObjectNode().put("denialKind", "REFUSAL");
      api.send(new Api.Caller("PAK", "officer"), "POST", "/v1/denials", Map.of(), body);
      assertThat(exchange.faults).isNotEmpty();
    }
  }

  private Loader loader(PaperExchange exchange, BiFunction<String, String, String> tokens) {
    var api = new Api(exchange.address(), tokens, Duration.ofMillis(1));
    return new Loader(api, new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private static String token(String participant, String role) {
    return participant + "/" + role;
  }

  private static BiFunction<String, String, String> dyingAfter(int calls) {
    var left = new AtomicInteger(calls);
    return (participant, role) -> {
      if (left.getAndDecrement() <= 0) {
        throw new IllegalStateException("killed");
      }
      return token(participant, role);
    };
  }

  private static void assertComplete(PaperExchange exchange, LocalDate day) {
    var denials = exchange.records.denials.values();
    assertThat(exchange.faults).isEmpty();
    assertThat(exchange.records.policies).isEqualTo(StarterPolicies.all());
    assertThat(denials.stream().map(view -> text(view, "owner") + text(view, "nationalReference")))
        .hasSize(1_107)
        .doesNotHaveDuplicates();
    assertThat(denials.stream().collect(groupingBy(view -> text(view, "status"), counting())))
        .isEqualTo(Map.of("IN_FORCE", 1_100L, "REVOKED", 5L, "ISSUED_IN_ERROR", 2L));
    assertThat(denials.stream().filter(view -> view.path("held").asBoolean())).hasSize(2);
    assertThat(denials.stream().filter(LoaderTest::isAmended)).hasSize(5);
    assertThat(denials.stream().flatMap(view -> view.path("relatedDenials").valueStream()))
        .hasSize(1);
    assertThat(denials.stream().map(view -> text(view, "decisionDate")).sorted())
        .isEqualTo(
            DemoDenials.of(day).stream()
                .map(one -> one.decisionDate().toString())
                .sorted()
                .toList());
  }

  private static boolean isAmended(JsonNode view) {
    return view.path("version").asInt() == 2 && text(view, "status").equals("IN_FORCE");
  }

  private static String text(JsonNode view, String field) {
    return view.path(field).asText();
  }
}
