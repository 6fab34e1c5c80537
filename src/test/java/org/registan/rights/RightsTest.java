package org.registan.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.registan.As;
import org.registan.kernel.Json;
import org.registan.kernel.Role;
import org.registan.stand.StandResource;

/** Every operation × role × own or other thing does what the hand-written table says. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class RightsTest {

  private static final Rights RIGHTS = Rights.read();

  @Inject Jdbi jdbi;

  private static final List<String> THINGS = List.of("own", "other");

  private static boolean shared;

  private String asked = "";

  @BeforeEach
  void everyoneIsThereAndShares() {
    As.stand();
    if (!shared) {
      Things.share();
      RIGHTS.roles().stream()
          .filter(role -> !role.equals("anonymous"))
          .forEach(role -> Caller.in(role).request().get("/v1/me").then().statusCode(200));
      shared = true;
    }
  }

  @Test
  void everyOperationOfTheServedContractHasItsLinesAndNoOtherHas() throws IOException {
    var served = new TreeSet<String>();
    new YAMLMapper()
        .readTree(As.nobody().accept("application/yaml").get("/openapi").asString())
        .path("paths")
        .forEach(path ->
            path.forEach(it -> {
              if (it.has("operationId")) {
                served.add(it.path("operationId").textValue());
              }
            }));

    assertThat(RIGHTS.operations()).isEqualTo(served);
    assertThat(Calls.ALL.keySet()).isEqualTo(served);
    assertThat(RIGHTS.lines().keySet())
        .hasSize(2 * served.size())
        .allMatch(it -> THINGS.contains(it.thing()));
  }

  @Test
  void everyRoleHasItsColumnAndNoOtherHas() throws IllegalAccessException {
    var roles = new TreeSet<>(List.of("anonymous"));
    for (Field field : Role.class.getFields()) {
      roles.add(String.valueOf(field.get(null)));
    }
    roles.remove(Role.ANY);

    assertThat(RIGHTS.roles()).containsExactlyInAnyOrderElementsOf(roles);
  }

  static Stream<String> operations() {
    return RIGHTS.operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whoIsRefusedIsToldSoAndChangesNothing(String operation) {
    asked = operation;
    var calls = new TreeMap<String, Calls.Call>();
    for (var thing : THINGS) {
      RIGHTS.roles(operation, thing, false).stream()
          .map(role -> Caller.in(role).owner(thing))
          .forEach(owner ->
              calls.computeIfAbsent(thing + owner, it -> prepared(operation, owner, thing)));
    }
    var before = Tables.checksums(jdbi);

    for (var thing : THINGS) {
      for (var role : RIGHTS.roles(operation, thing, false)) {
        var caller = Caller.in(role);
        var call = Objects.requireNonNull(calls.get(thing + caller.owner(thing)));
        var answer = call.as(caller.request());
        assertThat(answer.statusCode())
            .as("%s of %s, %s: %s", operation, caller, thing, answer.asString())
            .isEqualTo(RIGHTS.status(operation, thing, caller.role()).orElseThrow());
      }
    }
    assertThat(Tables.checksums(jdbi)).as(operation).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whoIsLetInGetsContent(String operation) {
    asked = operation;
    for (var thing : THINGS) {
      var asked = new TreeMap<String, Calls.Call>();
      for (var role : RIGHTS.roles(operation, thing, true)) {
        var caller = Caller.in(role);
        var owner = caller.owner(thing);
        var call =
            onlyReads(operation)
                ? asked.computeIfAbsent(owner, it -> prepared(operation, it, thing))
                : prepared(operation, owner, thing);
        var answer = call.as(caller.request());
        assertThat(answer.statusCode())
            .as("%s of %s, %s: %s", operation, caller, thing, answer.asString())
            .isEqualTo(RIGHTS.status(operation, thing, role).orElseThrow());
        assertContent(operation + " of " + caller + ", " + thing, answer);
      }
    }
  }

  @AfterEach
  void nobodyStaysShutOut() {
    if (asked.matches("(?i).*(block|stop|restart).*")) {
      Things.letEveryoneInAgain();
    }
  }

  /** Whether what one role asked for is there unchanged for the next. */
  private static boolean onlyReads(String operation) {
    return operation.matches("(get|list|search)[A-Z].*");
  }

  private static Calls.Call prepared(String operation, String owner, String thing) {
    return Objects.requireNonNull(Calls.ALL.get(operation)).apply(new Calls.Thing(owner, thing));
  }

  private static void assertContent(String what, Response answer) {
    if (answer.statusCode() == 204) {
      assertThat(answer.asString()).as(what).isEmpty();
      return;
    }
    if (!answer.contentType().contains("json")) {
      assertThat(answer.asByteArray()).as(what).isNotEmpty();
      return;
    }
    var body = Json.parse(answer.asString());
    for (var list : Arrays.asList("items", "changes")) {
      if (body.path(list).isArray() && !body.has("position")) {
        assertThat(body.path(list)).as(what + ": " + list).isNotEmpty();
      }
    }
    assertThat(body.size()).as(what).isPositive();
  }
}
