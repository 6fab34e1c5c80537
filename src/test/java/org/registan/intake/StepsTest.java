package org.registan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.OtherNode;
import org.registan.TestClock;
import org.registan.denial.Denials;
import org.registan.denial.ImportFiles;
import org.registan.denial.Life;
import org.registan.kernel.Actor;
import org.registan.record.RecordTypes;
import org.registan.stand.StandResource;
import org.registan.web.Call;
import org.registan.web.Problem;

/** An import that is cut off anywhere ends as one that never was. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class StepsTest {

  /** Where no other test's denials go. */
  private static final String FAR = "FSM";

  private static final int RECORDS = 45;

  @Inject Steps steps;
  @Inject Receiving receiving;
  @Inject RecordTypes types;
  @Inject OtherNode nodes;
  @Inject Jdbi jdbi;
  @Inject TestClock clock;

  private final String run = UUID.randomUUID().toString();

  @BeforeEach
  void nobodyElseTakesSteps() {
    As.stand();
    policy("PAK", permit("CORE", "KAZ"));
    nodes.pause();
    toTheEnd();
  }

  @AfterEach
  void onceMore() {
    nodes.resume();
  }

  @Test
  void killedInEveryStepItStillMakesEachDraftAndEachNotificationOnce() {
    var path = received();

    toTheEndThroughKills();

    assertThat(As.the("PAK", "officer").get(path).<Integer>path("records.drafted"))
        .isEqualTo(RECORDS);
    assertThat(mine("DRAFT")).isEqualTo(RECORDS);
    var seen = toldToKazakhstan();
    Denials.approved("PAK", ImportFiles.proposed("PAK", path));

    toTheEndThroughKills();

    assertThat(As.the("PAK", "officer").get(path).<Integer>path("records.notified"))
        .isEqualTo(RECORDS);
    assertThat(mine("DRAFT")).isZero();
    assertThat(mine("IN_FORCE")).isEqualTo(RECORDS);
    assertThat(toldToKazakhstan() - seen).isEqualTo(RECORDS);
    assertThat(versions()).isEqualTo(RECORDS);
  }

  @Test
  void underAnotherTermThanTheApproverReadNothingMoreIsNotified() {
    var path = received();
    toTheEnd();
    Denials.approved("PAK", ImportFiles.proposed("PAK", path));
    steps.step(() -> {});

    Life.term("PAK", 24, "REVIEW_DUE").statusCode(200);
    toTheEnd();
    Life.term("PAK", 36, "LAPSE").statusCode(200);

    assertThat(mine("IN_FORCE")).isEqualTo(1);
    assertThat(As.the("PAK", "officer").get(path).<Integer>path("records.left"))
        .isEqualTo(RECORDS - 1);
  }

  @Test
  void ownersTakeTurnsHoweverManyFilesEachHasSent() {
    IntStream.range(0, 3).forEach(i -> sent("KAZ"));
    var ours = sent("UZB");

    IntStream.range(0, 4).forEach(i -> steps.step(() -> {}));

    assertThat(As.the("UZB", "officer").get(ours).<Integer>path("records.drafted"))
        .isGreaterThan(20);
    toTheEnd();
  }

  @Test
  void anImportThatFailsKeepsNoOtherOwnerWaiting() {
    var bad = spoilt(sent("KAZ"));
    try {
      var ours = sent("UZB");

      steps.run();

      assertThat(drafted("UZB", ours)).isEqualTo(RECORDS);
    } finally {
      mended(bad);
    }
  }

  @Test
  void norTheOtherFilesOfItsOwner() {
    var bad = spoilt(sent("KAZ"));
    try {
      approve(bad);
      var next = sent("KAZ");

      steps.run();
      steps.run();

      assertThat(drafted("KAZ", next)).isEqualTo(RECORDS);
    } finally {
      mended(bad);
    }
  }

  @Test
  void whatWasApprovedBeforeTermsWereHeldFastIsNotified() {
    var path = received();
    toTheEnd();
    Denials.approved("PAK", ImportFiles.proposed("PAK", path));
    jdbi.useHandle(it -> it.execute("UPDATE import_batch SET term = NULL WHERE id = ?", id(path)));

    Life.term("PAK", 24, "REVIEW_DUE").statusCode(200);
    toTheEnd();
    Life.term("PAK", 36, "LAPSE").statusCode(200);

    assertThat(mine("IN_FORCE")).isEqualTo(RECORDS);
  }

  /** Makes it fail at every step. */
  private String spoilt(String path) {
    change(path, "rtype = 'nothing'");
    return path;
  }

  private void mended(String path) {
    change(path, "rtype = 'denial', state = 'READING', turn = 0");
    toTheEnd();
  }

  /** Gives it the turn of what was approved. */
  private void approve(String path) {
    change(path, "state = 'NOTIFYING', turn = -1000000");
  }

  private void change(String path, String to) {
    jdbi.useHandle(it -> it.execute("UPDATE import_batch SET " + to + " WHERE id = ?", id(path)));
  }

  private static UUID id(String path) {
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  private static int drafted(String owner, String path) {
    return As.the(owner, "officer").get(path).path("records.drafted");
  }

  private String sent(String owner) {
    return ImportFiles.with(As.the(owner, "officer"), "text/csv", file())
        .post("/v1/denials/imports")
        .header("Location");
  }

  @Test
  void eachVersionIsItsApproversAct() {
    var path = received();
    toTheEnd();
    Denials.approved("PAK", ImportFiles.proposed("PAK", path));
    toTheEnd();

    String record = As.the("PAK", "officer").get(path + "/report?limit=1").path("items[0].record");
    String by =
        As.the("PAK", "officer")
            .get("/v1/denials/" + record + "/versions")
            .path("items[0].by.account");
    assertThat(by).isEqualTo(As.the("PAK", "releaser").get("/v1/me").<String>path("account"));
  }

  @Test
  void whatBreaksOffWhileItComesInLeavesNothing() throws IOException {
    var file = file().getBytes(StandardCharsets.UTF_8);
    var half =
        new SequenceInputStream(new ByteArrayInputStream(file, 0, file.length / 2), broken());

    assertThatThrownBy(() -> receiving.receive(officer(), types.named("denial"), delivery(half)))
        .hasRootCauseMessage("Stream closed");

    assertThat(rows("import_row")).isZero();
    var id =
        receiving.receive(
            officer(), types.named("denial"), delivery(new ByteArrayInputStream(file)));
    toTheEnd();
    assertThat(
            As.the("PAK", "officer")
                .get("/v1/denials/imports/" + id)
                .<Integer>path("records.drafted"))
        .isEqualTo(RECORDS);
    assertThat(rows("import_row")).isZero();
  }

  @Test
  void whatComesInTooSlowlyIsRefusedAndMayComeAgain() {
    var file = file().getBytes(StandardCharsets.UTF_8);
    var key = UUID.randomUUID().toString();
    var slow =
        new SequenceInputStream(
            new ByteArrayInputStream(file, 0, file.length - 1),
            new SequenceInputStream(givenUp(), new ByteArrayInputStream(file, file.length - 1, 1)));

    assertThatThrownBy(
            () -> receiving.receive(officer(), types.named("denial"), delivery(slow, key)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("send it again");

    assertThat(rows("import_row")).isZero();
    var again = delivery(new ByteArrayInputStream(file), key);
    var id = receiving.receive(officer(), types.named("denial"), again);
    As.the("PAK", "officer").get("/v1/denials/imports/" + id).then().statusCode(200);
    toTheEnd();
  }

  /** Nothing, for so long that it is not waited for any more. */
  private InputStream givenUp() {
    return new InputStream() {
      @Override
      public int read() {
        clock.advance(Duration.ofHours(2));
        steps.run();
        clock.reset();
        return -1;
      }

      @Override
      public int read(byte[] bytes, int from, int length) {
        return read();
      }
    };
  }

  private static Receiving.Delivery delivery(InputStream body, String key) {
    return new Receiving.Delivery(
        "text/csv", List.of(), body, digest -> Optional.of(new Call.Creation(key, digest)));
  }

  private static Receiving.Delivery delivery(InputStream body) {
    return new Receiving.Delivery("text/csv", List.of(), body, digest -> Optional.empty());
  }

  private static InputStream broken() throws IOException {
    var broken = InputStream.nullInputStream();
    broken.close();
    return broken;
  }

  private static Actor officer() {
    var me = As.the("PAK", "officer").get("/v1/me");
    return new Actor("PAK", me.path("agency"), Set.of("officer"), me.path("account"), null);
  }

  private String received() {
    return ImportFiles.with(As.the("PAK", "officer"), "text/csv", file())
        .post("/v1/denials/imports")
        .then()
        .statusCode(202)
        .extract()
        .header("Location");
  }

  private String file() {
    return ImportFiles.table(
        FAR, IntStream.range(0, RECORDS).mapToObj(i -> run + "-" + i).toList());
  }

  private void toTheEnd() {
    while (steps.step(() -> {})) {
      assertThat(run).isNotEmpty();
    }
  }

  /** Cuts off each step once, at its very end, and lets the next try go through. */
  private void toTheEndThroughKills() {
    var kills = 0;
    var more = true;
    while (more) {
      try {
        more =
            steps.step(() -> {
              throw new Killed();
            });
      } catch (Killed e) {
        kills++;
        more = steps.step(() -> {});
      }
    }
    assertThat(kills).isPositive();
  }

  /** Stands for the end of the process. */
  private static final class Killed extends RuntimeException {}

  /** How many of this run's records are in a status. */
  private int mine(String status) {
    return count(
        "SELECT COUNT(*) FROM record WHERE owner = 'PAK' AND status = '" + status + "'" + RUN);
  }

  private int toldToKazakhstan() {
    return count(
        "SELECT COUNT(*) FROM ledger l JOIN record r ON r.id = l.record"
            + " WHERE l.recipient = 'KAZ'"
            + RUN);
  }

  private int versions() {
    return count(
        "SELECT COUNT(*) FROM version v JOIN record r ON r.id = v.record WHERE TRUE" + RUN);
  }

  private static final String RUN = " AND content LIKE CONCAT('%', :run, '%')";

  private int rows(String table) {
    return jdbi.withHandle(
        handle -> handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(int.class).one());
  }

  private int count(String sql) {
    return jdbi.withHandle(
        handle -> handle.createQuery(sql).bind("run", run).mapTo(int.class).one());
  }
}
