package org.registan.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.identity.Forgeries;
import org.registan.rights.Caller;
import org.registan.rights.Rights;
import org.registan.rights.Tables;
import org.registan.stand.StandResource;

/**
 * What should never be sent is answered with a problem of the contract, and stores nothing: {@code
 * -Dmalformed=} says how often per role, {@code -Dseed=} which.
 */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class MalformedTest {

  private static final int TIMES = Integer.getInteger("malformed", 2_000);
  private static final long SEED = Long.getLong("seed", 1540);
  private static final int FRESH = 250;

  @Inject Jdbi jdbi;

  /** What became of one role's requests. */
  private record Outcome(String role, Map<Integer, Integer> answers, List<String> findings) {}

  @Test
  void everyRoleIsAnsweredWithProblemsAndStoresNothing() throws Exception {
    As.stand();
    var contract = contract();
    var roles = Rights.read().roles();
    for (var role : roles) {
      Caller.in(role).request().get("/v1/me");
    }
    var before = stored();

    var outcomes = new ArrayList<Outcome>();
    try (var threads = Executors.newFixedThreadPool(3)) {
      var calls = roles.stream().<Callable<Outcome>>map(it -> () -> attack(contract, it)).toList();
      for (var future : threads.invokeAll(calls)) {
        outcomes.add(future.get());
      }
    }

    assertThat(outcomes).allSatisfy(it -> assertThat(it.findings()).as(it.role()).isEmpty());
    assertThat(outcomes)
        .allSatisfy(it ->
            assertThat(it.answers().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(TIMES));
    assertThat(outcomes.stream().flatMap(it -> it.answers().keySet().stream()))
        .contains(400, 401, 403, 404, 405, 406, 414, 415, 431);
    assertThat(stored()).isEqualTo(before);
  }

  /** All but what reads leave: some requests are well formed by luck, and obtain something. */
  private Map<String, String> stored() {
    var checksums = Tables.checksums(jdbi);
    checksums.keySet().removeIf(it -> it.endsWith(".obtained"));
    return checksums;
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
    As.stand();
    var head = "POST /v1/denials HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n";
    try (var line = new Line(RestAssured.port)) {
      var answer = line.send(head.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.body()).contains("/problems/body-too-large");
    }
  }

  private static Outcome attack(JsonNode contract, String role) throws Exception {
    var sound = Requests.of(contract);
    var random = new Random(SEED + role.hashCode());
    var spoiler = new Spoiler(random, role.equals("anonymous") ? List.of() : badTokens());
    var verdict = new Verdict(contract);
    var outcome = new Outcome(role, new TreeMap<>(), new ArrayList<>());
    var authorization = "";
    try (var line = new Line(RestAssured.port)) {
      for (int i = 0; i < TIMES; i++) {
        authorization = i % FRESH == 0 ? authorization(role) : authorization;
        var request = spoiler.spoiled(sound.get(i % sound.size()));
        if (!authorization.isEmpty()
            && request.headers().stream().noneMatch(it -> it.startsWith("Authorization"))) {
          request = request.with("Authorization", authorization);
        }
        var answer = line.send(request);
        outcome.answers().merge(answer.status(), 1, Integer::sum);
        var asked = request;
        verdict
            .on(request, answer)
            .ifPresent(it -> outcome.findings().add(it + "\n" + asked + "\n" + answer));
      }
    }
    return outcome;
  }

  private static String authorization(String role) {
    if (role.equals("anonymous")) {
      return "";
    }
    return "Bearer " + As.stand().tokens().of(Caller.in(role).participant(), role).access();
  }

  private static List<String> badTokens() throws Exception {
    var person = As.stand().tokens().of("KAZ", "officer");
    var genuine = person.access();
    var forged = Forgeries.of(As.stand().tokens().of("KAZ", "machine-read").access()).stream();
    var others =
        Stream.of(Objects.requireNonNull(person.id()), Objects.requireNonNull(person.refresh()));
    var cut =
        Stream.of(genuine.substring(0, 40), genuine + "x", genuine.replace(".", ""), "x.y.z", "");
    var bearers = Stream.of(forged, others, cut).flatMap(it -> it).map(it -> "Bearer " + it);
    var schemes =
        Stream.of(
            "Basic cGFrOnBhaw==",
            "Bearer",
            "DPoP " + genuine,
            "Negotiate x",
            genuine,
            "Bearer  \u00ff");
    return Stream.concat(bearers, schemes).toList();
  }

  private static JsonNode contract() throws java.io.IOException {
    return new YAMLMapper()
        .readTree(As.nobody().accept("application/yaml").get("/openapi").asString());
  }
}
