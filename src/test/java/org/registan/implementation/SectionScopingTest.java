package org.registan.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.implementation.FilledMatrix.TEMPLATE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.identity.Stranger;
import org.registan.kernel.Json;
import org.registan.oracle.Seeded;
import org.registan.stand.StandResource;
import org.registan.stand.Token;

/**
 * Three agencies of a state fill two matrices at random: each sees and changes the sections that a
 * naive model gives it, and what it may not see changes nothing in what it receives. {@code
 * -Dworlds=} sets how many.
 */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class SectionScopingTest {

  private static final int WORLDS = Math.max(1, Integer.getInteger("worlds", 4) / 2);
  private static final int ASSIGNED = 10;
  private static final int TRIES = 18;
  private static final long SEED = 2017;

  private static final String AUTHORITY = "MIIT";
  private static final String CUSTOMS = "CUSTOMS";
  private static final String DEFENCE = "DEFENCE";
  private static final List<String> AGENCIES = List.of(AUTHORITY, CUSTOMS, DEFENCE);
  private static final String NO_ROW = "OP2.99";
  private static final String WHY = "Which article?";

  private final Map<Integer, Integer> answered = new TreeMap<>();
  private int compared;

  private enum What {
    ASSIGN,
    FILL,
    HAND_IN,
    RETURN
  }

  /**
   * What an agency tries to do to a section of one of the matrices.
   *
   * @param row which of its first rows is filled
   * @param to the agency that it is assigned to
   * @param fields what the row then says, of its first column
   */
  private record Try(
      What what, String by, int matrix, int section, int row, String to, String fields) {

    static Arbitrary<Try> any() {
      return Combinators.combine(
              Arbitraries.of(What.ASSIGN, What.FILL, What.FILL, What.HAND_IN, What.RETURN),
              Arbitraries.of(AGENCIES),
              Arbitraries.integers().between(0, 1),
              Arbitraries.integers().between(0, TEMPLATE.sections().size() - 1),
              Arbitraries.integers().between(0, 1),
              Arbitraries.of(AUTHORITY, CUSTOMS, CUSTOMS, DEFENCE, DEFENCE),
              Arbitraries.of(
                  "",
                  "\"value\": \"X\", \"sources\": [{\"law\": \"Export Control Act\"}]",
                  "\"value\": \"?\"",
                  "\"remarks\": [{\"lang\": \"en\", \"text\": \"Under way\"}]"))
          .as(Try::new);
    }

    Try assigning() {
      return new Try(What.ASSIGN, AUTHORITY, matrix, section, row, to, fields);
    }

    Template.Section of() {
      return TEMPLATE.sections().get(section);
    }

    String rowKey() {
      return of().rows().get(row).key();
    }

    List<JsonNode> said() {
      return fields.isEmpty()
          ? List.of()
          : List.of(
              Json.parse("{\"column\": \"%s\", %s}".formatted(of().columns().getFirst(), fields)));
    }
  }

  @BeforeEach
  void theStateHasAThirdAgency() {
    As.stand();
    As.the("UZB", "state-admin")
        .body("{\"names\": [{\"lang\": \"en\", \"text\": \"Ministry of Defence\"}]}")
        .put("/v1/participants/UZB/agencies/" + DEFENCE)
        .then()
        .statusCode(200);
  }

  @Test
  void eachAgencySeesAndFillsItsSectionsAndNothingElseReachesIt() {
    try (var person = new Stranger("uzb", DEFENCE, "officer")) {
      for (int i = 0; i < WORLDS; i++) {
        var defence = person.logIn();
        Seeded.each(SEED + i, 1, World.any(), it -> play(it, defence));
      }
    }
    System.out.printf("sections: %s; %d times the same bytes%n", answered, compared);
    assertThat(answered.keySet()).containsAll(Set.of(200, 403, 404, 409));
    assertThat(compared).isGreaterThan(TRIES * WORLDS / 2);
  }

  /**
   * A random history.
   *
   * @param agencies whose the two matrices are
   * @param assigned what the authority assigns before
   */
  private record World(List<String> agencies, List<Try> assigned, List<Try> tries) {

    static Arbitrary<World> any() {
      return Combinators.combine(
              Arbitraries.of(AUTHORITY, AUTHORITY, CUSTOMS, DEFENCE).list().ofSize(2),
              Try.any().map(Try::assigning).list().ofSize(ASSIGNED),
              Try.any().list().ofSize(TRIES))
          .as(World::new);
    }
  }

  private void play(World world, Token defence) {
    var matrices =
        world.agencies().stream()
            .map(it -> new FilledMatrix(drafted(officer(it, defence)), it, AUTHORITY))
            .toList();
    world.assigned().forEach(it -> perform(it, matrices.get(it.matrix()), defence));
    var received = new HashMap<String, Map<String, String>>();
    var shown = new HashMap<String, List<JsonNode>>();
    for (var attempt : world.tries()) {
      var matrix = matrices.get(attempt.matrix());
      var other = matrices.get(1 - attempt.matrix());
      perform(attempt, matrix, defence);
      for (var agency : AGENCIES) {
        var what = "%s after %s".formatted(agency, attempt);
        var now = receive(() -> officer(agency, defence), matrix, other);
        compare(what, agency, matrix, now);
        differ(what, agency, matrix, other, now);
        differ(what, agency, other, matrix, now);
        var before = received.computeIfAbsent(agency, it -> new HashMap<>());
        var shows = matrices.stream().flatMap(it -> it.shown(agency)).toList();
        if (shows.equals(shown.put(agency, shows))) {
          compared++;
          now.forEach((path, answer) ->
              assertThat(answer).as(what).isEqualTo(before.getOrDefault(path, answer)));
        }
        before.putAll(now);
      }
    }
  }

  private static RequestSpecification officer(String agency, Token defence) {
    return agency.equals(DEFENCE) ? As.bearing(defence) : As.the("UZB", "officer", agency);
  }

  private static RequestSpecification authority() {
    return As.the("UZB", "officer", AUTHORITY);
  }

  private static String drafted(RequestSpecification officer) {
    return officer
        .body(MatrixSamples.header("Matrix"))
        .post(MatrixSamples.PATH)
        .then()
        .statusCode(201)
        .extract()
        .header("Location");
  }

  /** Tries it, naming what the authority sees there; the answer is what the model says. */
  private void perform(Try attempt, FilledMatrix matrix, Token defence) {
    var expected = expected(attempt, matrix);
    var answer = answer(attempt, matrix, officer(attempt.by(), defence));
    answered.merge(answer.statusCode(), 1, Integer::sum);
    assertThat(answer.statusCode()).as("%s: %s", attempt, answer.asString()).isEqualTo(expected);
    if (expected == 404 && attempt.what() == What.FILL) {
      var none = put(officer(attempt.by(), defence), matrix, NO_ROW, "\"none\"", attempt);
      assertThat(answer.asString()).isEqualTo(none.asString());
    }
    if (expected == 200) {
      var section = attempt.of().key();
      switch (attempt.what()) {
        case ASSIGN -> matrix.assign(section, attempt.to());
        case FILL -> matrix.fill(attempt.rowKey(), attempt.said());
        case HAND_IN -> matrix.handIn(section);
        case RETURN -> matrix.giveBack(section, WHY);
      }
    }
  }

  private static int expected(Try attempt, FilledMatrix matrix) {
    var section = attempt.of().key();
    var whole = matrix.isWholeTo(attempt.by());
    if (!matrix.shows(section, attempt.by())) {
      return 404;
    }
    return switch (attempt.what()) {
      case ASSIGN -> whole ? 200 : 403;
      case FILL -> whole || !matrix.isHandedIn(section) ? 200 : 409;
      case HAND_IN -> matrix.isHandedIn(section) ? 409 : 200;
      case RETURN -> whole ? (matrix.isHandedIn(section) ? 200 : 409) : 403;
    };
  }

  private static Response answer(Try attempt, FilledMatrix matrix, RequestSpecification who) {
    if (attempt.what() == What.FILL) {
      var tag = authority().get(matrix.row(attempt.rowKey())).header("ETag");
      return put(who, matrix, attempt.rowKey(), tag, attempt);
    }
    var section = attempt.of().key();
    var path = matrix.path + "/sections/" + section;
    who.header("If-Match", MatrixSamples.sectionTag(authority(), matrix.path, section));
    return switch (attempt.what()) {
      case ASSIGN -> who.body("{\"agency\": \"%s\"}".formatted(attempt.to())).put(path);
      case RETURN -> who.body("{\"comment\": \"%s\"}".formatted(WHY)).post(path + "/return");
      default -> who.post(path + "/hand-in");
    };
  }

  private static Response put(
      RequestSpecification who, FilledMatrix matrix, String row, String tag, Try attempt) {
    var body = Json.object();
    body.putArray("fields").addAll(attempt.said());
    return who.header("If-Match", tag).body(body.toString()).put(matrix.row(row));
  }

  /** All that an agency gets of a matrix, and of how it differs from the other, by path. */
  private static Map<String, String> receive(
      Supplier<RequestSpecification> agency, FilledMatrix matrix, FilledMatrix other) {
    var paths = new ArrayList<>(List.of(matrix.rows(), matrix.row(NO_ROW), matrix.progress()));
    TEMPLATE
        .sections()
        .forEach(it -> paths.addAll(List.of(matrix.rows(it), matrix.row(first(it)))));
    paths.addAll(List.of(matrix.differences(other), other.differences(matrix)));
    var received = new HashMap<String, String>();
    paths.forEach(it -> received.put(it, text(agency.get().get(it))));
    return received;
  }

  private static String text(Response answer) {
    return answer.statusCode() + " " + answer.header("ETag") + " " + answer.asString();
  }

  private static String first(Template.Section section) {
    return section.rows().getFirst().key();
  }

  private static void compare(
      String what, String agency, FilledMatrix matrix, Map<String, String> received) {
    UnaryOperator<String> got = it -> received.getOrDefault(it, "");
    assertThat(items(got.apply(matrix.rows()), "items"))
        .as(what)
        .isEqualTo(matrix.rowsFor(agency, TEMPLATE.sections()));
    assertThat(items(got.apply(matrix.progress()), "items"))
        .as(what)
        .isEqualTo(matrix.progressFor(agency));
    for (var section : TEMPLATE.sections()) {
      var rows = got.apply(matrix.rows(section));
      var row = got.apply(matrix.row(first(section)));
      if (matrix.shows(section.key(), agency)) {
        assertThat(items(rows, "items"))
            .as(what)
            .isEqualTo(matrix.rowsFor(agency, List.of(section)));
        assertThat(json(row)).as(what).isEqualTo(matrix.said(section, first(section)));
      } else {
        var none = got.apply(matrix.row(NO_ROW));
        assertThat(none).startsWith("404");
        assertThat(List.of(rows, row)).as(what).containsOnly(none);
      }
    }
  }

  private static void differ(
      String what, String agency, FilledMatrix from, FilledMatrix to, Map<String, String> got) {
    assertThat(items(got.getOrDefault(to.differences(from), ""), "differences"))
        .as(what)
        .containsExactlyInAnyOrderElementsOf(to.differencesFor(agency, from));
  }

  /** Each item without its tag. */
  private static List<JsonNode> items(String answer, String member) {
    return json(answer)
        .path(member)
        .valueStream()
        .<JsonNode>map(it -> ((ObjectNode) it).without("tag"))
        .toList();
  }

  private static JsonNode json(String answer) {
    assertThat(answer).startsWith("200");
    return Json.parse(answer.substring(answer.indexOf('{')));
  }
}
