package org.registan.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.kernel.Json;
import org.registan.oracle.Level;
import org.registan.oracle.Seeded;
import org.registan.stand.StandResource;

/**
 * Random histories of documents and matrices, played on the running platform: the Committee keeps
 * what it was sent, byte for byte, and everybody else sees what the owner's policy says. {@code
 * -Dworlds=} sets how many.
 */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class FinalityWorldsTest {

  private static final int WORLDS = Math.max(1, Integer.getInteger("worlds", 4) / 4);
  private static final int WISHES = 20;

  /** Of histories the first of which has every deed in it. */
  private static final long SEED = 136;

  private final Map<Level, Integer> met = new EnumMap<>(Level.class);
  private final Map<String, Received.One> first = new HashMap<>();
  private FinalityWorld world = new FinalityWorld();
  private int compared;

  @BeforeEach
  void everyoneIsThere() {
    As.stand();
  }

  @AfterEach
  void nothingOfTheLastWorldStays() {
    world.end();
  }

  @Test
  void whatWasSentIsTheCommitteesForGoodAndTheRestIsAsItsOwnersSay() {
    for (int i = 0; i < WORLDS; i++) {
      Seeded.each(SEED + i, 1, FinalityWish.histories(WISHES), this::play);
    }
    System.out.printf("finality: %s; %d times the same bytes%n", met, compared);
    assertThat(met).containsKeys(Level.NONE, Level.CORE, Level.DETAIL);
    assertThat(compared).isGreaterThan(WISHES * WORLDS);
  }

  private void play(FinalityWish.History history) {
    world.end();
    world = new FinalityWorld();
    var readers =
        List.of(
            Received.Reader.of("UN1540", "expert"),
            Received.Reader.of("UN1540", "machine-read"),
            Received.Reader.of("PAK", "officer"),
            Received.Reader.of("KAZ", "releaser"),
            Received.Reader.of("UZB", "machine-read"));
    var received = new HashMap<Received.Reader, Received>();
    var shown = new HashMap<Received.Reader, Map<String, ObjectNode>>();
    history.opening().forEach(world::perform);
    for (var wish : history.wishes()) {
      var done = world.perform(wish);
      if (done.equals(FinalityWorld.Done.NOTHING)) {
        continue;
      }
      for (var reader : readers) {
        var what = reader + " after " + wish;
        var now = reader.receive(world.papers);
        compare(what, reader.participant(), now);
        var before = received.put(reader, now);
        var shows = world.shown(reader.participant());
        var showed = shown.put(reader, shows);
        if (before != null && shows.equals(showed) && !done.owner().equals(reader.participant())) {
          same(what, before, now, done.toOne());
        }
      }
    }
  }

  /** Nothing changed for the reader, so nothing it receives did; of new papers there is no past. */
  private void same(String what, Received before, Received now, boolean ofOne) {
    compared++;
    assertThat(now.ones()).as(what).containsAllEntriesOf(before.ones());
    assertThat(now.lists()).as(what).isEqualTo(before.lists());
    if (ofOne) {
      assertThat(now.changes()).as(what).isEqualTo(before.changes());
    }
  }

  private void compare(String what, String reader, Received got) {
    var released = new TreeMap<String, JsonNode>();
    for (var paper : world.papers) {
      var level = world.level(paper, reader);
      var one = got.of(paper.path);
      assertThat(one.status()).as("%s: %s", what, paper).isEqualTo(level.reads() ? 200 : 404);
      if (level.reads()) {
        var view = Json.parse(one.body());
        assertThat(Paper.said(view)).as("%s: %s", what, paper).isEqualTo(paper.at(level));
        if (!paper.isDraft()) {
          released.put(paper.id(), view);
        }
      }
      compareParts(what, reader, got, paper);
      if (!paper.isDraft() && !reader.equals(paper.owner)) {
        note(reader, paper, level, one);
      }
    }
    assertThat(got.listed()).as(what).isEqualTo(released);
    assertThat(got.exported()).as(what).isEqualTo(released);
    assertThat(got.held(world.papers.stream().map(Paper::id).toList()))
        .as(what)
        .isEqualTo(released);
  }

  /** A file goes with the details, a link with both its ends. */
  private void compareParts(String what, String reader, Received got, Paper paper) {
    var level = world.level(paper, reader);
    var path = paper.file;
    if (path != null) {
      var file = got.of(path);
      assertThat(file.status())
          .as("%s: file of %s", what, paper)
          .isEqualTo(Paper.showsFiles(level) ? 200 : 404);
      if (Paper.showsFiles(level)) {
        assertThat(file).as(what).isEqualTo(first.computeIfAbsent(path, it -> file));
      }
    }
    if (level.reads()) {
      var links = Json.parse(got.of(Received.links(paper)).body()).path("items");
      var ends =
          world.papers.stream()
              .filter(it -> it == paper.earlier || (it.earlier == paper && !it.isDraft()))
              .filter(it -> world.level(it, reader).reads())
              .map(Paper::id)
              .toList();
      assertThat(links.findValuesAsText("id"))
          .as("%s: links of %s", what, paper)
          .containsExactlyInAnyOrderElementsOf(ends);
    }
  }

  /** The Committee has the bytes of its first read, until its own secretariat notes a symbol. */
  private void note(String reader, Paper paper, Level level, Received.One one) {
    if (reader.equals(FinalityWorld.COMMITTEE)) {
      var since = paper.path + " " + paper.publication;
      assertThat(one).as("%s", paper).isEqualTo(first.computeIfAbsent(since, it -> one));
    } else {
      met.merge(level, 1, Integer::sum);
    }
  }
}
