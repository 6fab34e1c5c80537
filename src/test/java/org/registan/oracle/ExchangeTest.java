package org.registan.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.Arbitraries;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.OtherNode;
import org.registan.TestClock;
import org.registan.exchange.RetentionNow;
import org.registan.record.RecordTypes;
import org.registan.stand.StandResource;

/**
 * Random worlds of participants, policies, records and acts, played on the running platform: every
 * read endpoint answers exactly what the oracle says, and what a caller may not see changes nothing
 * in what it receives. {@code -Dworlds=} sets how many.
 */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class ExchangeTest {

  private static final Interpreter ORACLE = new Oracle();
  private static final int WORLDS = Integer.getInteger("worlds", 4);
  private static final int RECORDS = 2;
  private static final int WISHES = 24;
  private static final List<String> NEWCOMERS =
      List.of("TJK", "BLR", "MDV", "AZE", "GEO", "ARM", "TUR", "IRQ");
  private static final List<Reader> READERS =
      List.of(
          new Reader("PAK", "officer"),
          new Reader("KAZ", "machine-read"),
          new Reader("UZB", "releaser"),
          new Reader("UN1540", "expert"));

  @Inject Jdbi jdbi;
  @Inject RecordTypes types;

  @Inject TestClock clock;

  @Inject OtherNode nodes;
  @Inject RetentionNow retention;

  private Performer performer;

  @BeforeEach
  void everyoneIsThere() {
    As.stand();
    performer = new Performer(clock, nodes, retention);
  }

  @AfterEach
  void noStopOrPolicyOfTheLastWorldStays() {
    clear();
  }

  @Test
  void everyReadAnswersWhatTheOracleSays() {
    var levels = new Levels();
    worlds(
        41,
        WORLDS,
        script -> {
          var world =
              script.play((now, act) -> {
                if (act instanceof Act.Challenge) {
                  settle(); // one challenges what one has come to see
                }
                performer.perform(now, act);
              });
          settle();
          READERS.forEach(reader -> compare(world, reader, levels));
          world.notices().stream()
              .filter(Notice::released)
              .forEach(it -> compareReleases(world, it, performer.id(it.name())));
        });
    levels.report(WORLDS + " worlds over HTTP");
  }

  @Test
  void whatACallerMayNotSeeChangesNothingItReceives() {
    var compared = new int[1];
    worlds(
        42,
        WORLDS / 2,
        script -> {
          var seen = new HashMap<Reader, List<String>>();
          var ids = new ArrayList<String>();
          var before = new HashMap<List<String>, Level>();
          var notices = new HashMap<String, Notice>();
          script.play((world, act) -> {
            performer.perform(world, act);
            settle();
            var onNotice = act instanceof Act.OnNotice on ? on.record() : "";
            var begun =
                world.notices().stream()
                    .map(it -> performer.id(it.name()))
                    .filter(it -> !ids.contains(it))
                    .toList();
            for (var reader : READERS) {
              var now = new ArrayList<>(reader.everything(ids));
              if (!onNotice.isEmpty()
                  && !(act instanceof Act.Challenge it
                      && it.challenger().equals(reader.participant()))
                  && seen.containsKey(reader)
                  && unchangedFor(world, reader, onNotice, before, notices)) {
                compared[0]++;
                assertThat(now).as("%s after %s", reader, act).isEqualTo(seen.get(reader));
              }
              begun.forEach(it -> now.addAll(reader.everythingOf(it)));
              seen.put(reader, now);
            }
            ids.addAll(begun);
            remember(world, before, notices);
          });
        });
    System.out.printf("non-interference: %d acts compared byte for byte%n", compared[0]);
    assertThat(compared[0]).isGreaterThan(5 * WORLDS);
  }

  /** Whether nothing that this reader's level shows of the record changed with the act. */
  private static boolean unchangedFor(
      World world,
      Reader reader,
      String record,
      Map<List<String>, Level> before,
      Map<String, Notice> notices) {
    var notice = world.notice(record);
    if (notice.owner().equals(reader.participant())) {
      return false;
    }
    var was = before.getOrDefault(List.of(record, reader.participant()), Level.NONE);
    var is = world.level(ORACLE, record, reader.participant(), Instant.now());
    var old = notices.get(record);
    if (!was.reads() && !is.reads()) {
      return true;
    }
    return was == is && old != null && !Expected.differ(old, notice, is);
  }

  private static void remember(
      World world, Map<List<String>, Level> levels, Map<String, Notice> notices) {
    for (var notice : world.notices()) {
      notices.put(notice.name(), notice);
      for (var reader : READERS) {
        levels.put(
            List.of(notice.name(), reader.participant()),
            world.level(ORACLE, notice.name(), reader.participant(), Instant.now()));
      }
    }
  }

  private void compare(World world, Reader reader, Levels levels) {
    var readable = new TreeMap<String, Notice>();
    for (var notice : world.notices()) {
      var level = world.level(ORACLE, notice.name(), reader.participant(), Instant.now());
      if (!notice.owner().equals(reader.participant()) && notice.released()) {
        levels.count(level);
      }
      var id = performer.id(notice.name());
      var read = reader.one(id);
      assertThat(read.statusCode())
          .withFailMessage(() ->
              "%s reads %s at %s: %d%n%s"
                  .formatted(reader, notice.name(), level, read.statusCode(), evidence(id)))
          .isEqualTo(level.reads() ? 200 : 404);
      if (level.reads()) {
        compare(world, notice, level, Json.parse(read.asString()));
        compareVersions(reader, id, Json.parse(read.asString()));
        if (notice.released()) {
          readable.put(id, notice);
        }
      }
      compareViewAs(reader, notice, level, id);
    }
    var listed = reader.list(Map.of());
    assertThat(listed.keySet()).as("list of %s", reader).isEqualTo(readable.keySet());
    listed.forEach((id, item) -> assertThat(item).isEqualTo(Json.parse(reader.one(id).asString())));
    assertThat(reader.folded()).as("feed of %s", reader).isEqualTo(listed);
    assertThat(Exported.lines(reader)).as("lines of %s", reader).isEqualTo(listed);
    compareTable(reader, listed);
    compareFilters(reader, listed);
  }

  /** A table says what the views say, and no more. */
  private void compareTable(Reader reader, Map<String, JsonNode> listed) {
    var layout = types.named("denial").layout();
    var contents = new TreeMap<String, JsonNode>();
    listed.forEach((id, view) -> {
      var content = view.<ObjectNode>deepCopy();
      content.remove(layout.frame());
      contents.put(view.path("reference").asText(), content);
    });
    assertThat(Exported.table(reader, layout)).as("table of %s", reader).isEqualTo(contents);
  }

  private static void compare(World world, Notice notice, Level level, JsonNode view) {
    assertThat(Expected.view(notice, level).faults(view))
        .as("%s at %s: %s", notice.name(), level, view)
        .isEmpty();
    if (level != Level.OWNER) {
      assertThat(view.path("version").asInt()).isEqualTo(world.version(notice.name(), level));
    }
  }

  /** The versions lead up to the one that is read, and each is there. */
  private static void compareVersions(Reader reader, String id, JsonNode view) {
    var path = "/v1/denials/" + id + "/versions";
    var versions =
        Json.parse(reader.as().get(path).then().statusCode(200).extract().asString())
            .path("items")
            .valueStream()
            .map(it -> it.path("version").asInt())
            .toList();
    var last = view.path("version").asInt();
    assertThat(versions.stream().mapToInt(it -> it).max().orElse(0)).as(path).isEqualTo(last);
    for (var version : versions) {
      reader
          .as()
          .get(path + "/" + version)
          .then()
          .statusCode(200)
          .body("version", equalTo(version));
    }
  }

  private static void compareViewAs(Reader reader, Notice notice, Level level, String id) {
    if (!notice.owner().equals(reader.participant())) {
      var asSeen =
          As.the(notice.owner(), "officer")
              .queryParam("viewAs", reader.participant())
              .get("/v1/denials/" + id);
      assertThat(asSeen.statusCode()).isEqualTo(level.reads() ? 200 : 404);
      assertThat(asSeen.asString()).isEqualTo(reader.one(id).asString());
    }
  }

  /** Each filter finds what the reader's own views show, and nothing by what they withhold. */
  private static void compareFilters(Reader reader, Map<String, JsonNode> listed) {
    for (var probe : Probe.all()) {
      assertThat(reader.list(probe.parameters()).keySet())
          .as("%s filters by %s", reader, probe)
          .isEqualTo(probe.among(listed));
    }
    for (var word : Probe.WORDS) {
      assertThat(reader.search(word))
          .as("%s searches %s", reader, word)
          .isEqualTo(Probe.saying(word, listed));
    }
  }

  /** The owner is told just who has its record, and at which level. */
  private static void compareReleases(World world, Notice notice, String id) {
    var expected = new TreeMap<String, String>();
    for (var member : world.members()) {
      var level = world.level(ORACLE, notice.name(), member.code(), Instant.now());
      if (level.reads() && !member.code().equals(notice.owner())) {
        expected.put(member.code(), level.name());
      }
    }
    var told = new TreeMap<String, String>();
    var releases = As.the(notice.owner(), "officer").get("/v1/denials/" + id + "/releases");
    for (var release : Json.parse(releases.asString()).path("items")) {
      if (!release.path("level").asText().equals("NONE")) {
        told.put(release.path("recipient").asText(), release.path("level").asText());
      }
    }
    assertThat(told).as("releases of %s", notice.name()).isEqualTo(expected);
  }

  /** What the tables have of a record, so that a mismatch can be understood from its report. */
  private String evidence(String id) {
    var text = new StringBuilder();
    for (var question :
        List.of(
            "SELECT * FROM gate WHERE owner = (SELECT owner FROM record WHERE id = :id)",
            "SELECT * FROM visible WHERE record = :id",
            "SELECT * FROM one_off WHERE record = :id",
            "SELECT n, act, at FROM version WHERE record = :id",
            "SELECT * FROM ledger WHERE record = :id",
            "SELECT * FROM staged s LEFT JOIN block b ON b.batch = s.batch"
                + " AND b.recipient = s.recipient WHERE s.record = :id",
            "SELECT body FROM audit_entry WHERE LOCATE(:id, body) > 0 ORDER BY seq")) {
      jdbi.useHandle(handle ->
          handle
              .createQuery(question)
              .bind("id", id)
              .mapToMap()
              .forEach(row -> text.append(row).append('\n')));
    }
    return text.toString();
  }

  /** Plays each world on an empty exchange with one newcomer more than the last. */
  private void worlds(long seed, int number, java.util.function.Consumer<Script> play) {
    for (int i = 0; i < number; i++) {
      var end = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
      var earlier = earlier();
      var newcomer =
          NEWCOMERS.stream()
              .filter(code -> earlier.stream().noneMatch(it -> it.code().equals(code)))
              .limit(1)
              .toList();
      var others = List.of(new Member("UN1540", false, Set.of()));
      var cast = new Cast(List.of("PAK", "KAZ", "UZB"), others, newcomer);
      var scripts = Scripts.of(cast, Arbitraries.of(end), RECORDS, WISHES);
      Seeded.each(
          seed + i,
          1,
          scripts,
          script -> {
            clear();
            performer = new Performer(clock, nodes, retention);
            var beside = script.beside(earlier);
            beside.members().forEach(Performer::enter);
            settle();
            play.accept(beside);
          });
    }
  }

  /** States that entered in an earlier world, or another test, without a part of their own. */
  private List<Member> earlier() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT code FROM participant WHERE kind = 'STATE'")
            .mapTo(String.class)
            .list()
            .stream()
            .filter(code -> !Set.of("PAK", "KAZ", "UZB").contains(code))
            .map(code -> new Member(code, true, Set.of()))
            .toList());
  }

  private void clear() {
    jdbi.useTransaction(handle -> {
      handle.execute("SET FOREIGN_KEY_CHECKS = 0");
      for (var table :
          List.of(
              "attachment_piece",
              "attachment",
              "import_key",
              "import_row",
              "import_entry",
              "import_batch",
              "challenge",
              "record",
              "version",
              "doc",
              "doc_history",
              "natural_person",
              "record_key",
              "record_link",
              "deadline",
              "retention",
              "term",
              "visible",
              "ledger",
              "staged",
              "block",
              "batch",
              "one_off",
              "rerelease",
              "obtained",
              "proposal",
              "policy",
              "policy_draft",
              "gate")) {
        handle.execute("SET STATEMENT max_statement_time = 0 FOR DELETE FROM " + table);
      }
      handle.execute("UPDATE head SET next = 1");
      handle.execute("SET FOREIGN_KEY_CHECKS = 1");
    });
  }

  /** Waits until nothing is left to be judged again. */
  private void settle() {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (waiting() > 0) {
      assertThat(System.nanoTime()).as("never comes to rest").isLessThan(end);
      LockSupport.parkNanos(20_000_000L);
    }
  }

  private int waiting() {
    return jdbi.withHandle(
        handle -> handle.createQuery("SELECT COUNT(*) FROM rerelease").mapTo(int.class).one());
  }
}
