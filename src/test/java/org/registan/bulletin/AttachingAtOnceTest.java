package org.registan.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.bulletin.Bulletins.drafted;
import static org.registan.bulletin.Bulletins.id;
import static org.registan.bulletin.Bulletins.the;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.TestClock;
import org.registan.attachment.Files;
import org.registan.attachment.SweepNow;
import org.registan.stand.StandResource;

/** Whatever becomes of uploads, a file is whole and named by its record, or there is none. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class AttachingAtOnceTest {

  private static final int UPLOADS = 200;

  /** No more at once than one account may have under way. */
  private static final int AT_ONCE = 12;

  @Inject Jdbi jdbi;
  @Inject TestClock clock;
  @Inject SweepNow sweep;

  @BeforeEach
  void everyoneIsThere() {
    As.stand();
  }

  @Test
  void ofManyAtOnceSomeBrokenOffEachIsThereWholeOrNotAtAll() throws Exception {
    var drafts = new ArrayList<String>();
    for (int i = 0; i < 6; i++) {
      drafts.add(drafted("SHIPPING", "Draft %d".formatted(i), ""));
    }
    var uploads = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < UPLOADS; i++) {
      var path = drafts.get(i % drafts.size());
      var isBrokenOff = i % 4 == 3;
      uploads.add(isBrokenOff ? () -> brokenOff(path) : () -> whole(path));
    }

    var stored = 0;
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var outcome : threads.invokeAll(uploads)) {
        stored += outcome.get() == 201 ? 1 : 0;
      }
    }

    assertThat(stored).isEqualTo(UPLOADS * 3 / 4);
    assertKept(drafts, stored);
  }

  @Test
  void whatANodeLeftBehindIsSweptAwayAfterAnHourAndNothingElse() {
    var path = drafted("SHIPPING", "A title", "");
    var file = Attaching.attached(path, "a.pdf", Files.pdf(10));
    abandoned(path);

    sweep.sweep();
    assertThat(Kept.of(jdbi, path).comingIn()).hasSize(1);
    clock.advance(Duration.ofHours(2));
    try {
      sweep.sweep();
    } finally {
      clock.reset();
    }

    assertThat(Kept.of(jdbi, path).comingIn()).isEmpty();
    assertThat(Kept.of(jdbi, path).withBytes()).containsExactly(id(file));
    assertThat(Kept.of(jdbi, path).strays()).isZero();
  }

  /** What a node that was killed in the middle leaves. */
  private void abandoned(String path) {
    var id = UUID.randomUUID();
    jdbi.useTransaction(handle -> {
      handle.execute(
          "INSERT INTO attachment (id, owner, record, state, file_name, media_type, received_at)"
              + " VALUES (?, 'PAK', ?, 'RECEIVING', 'a.pdf', 'application/pdf', ?)",
          id,
          id(path),
          clock.instant());
      handle.execute(
          "INSERT INTO attachment_piece (attachment, n, bytes) VALUES (?, 0, ?)",
          id,
          Files.pdf(10));
    });
  }

  private static int whole(String path) {
    var file = Files.pdf(300_000);
    int status;
    do {
      status = Attaching.sent(path, "a.pdf", file).statusCode();
    } while (status == 429);
    return status;
  }

  private static int brokenOff(String path) {
    try (var socket =
        Attaching.begun(Attaching.officer(), path, "Content-Length: 700000", Files.pdf(400_000))) {
      return socket.isConnected() ? 0 : 1;
    } catch (IOException e) {
      return 0;
    }
  }

  private void assertKept(List<String> drafts, int stored) {
    var kept = Kept.of(jdbi, drafts.toArray(String[]::new));
    var named = new HashSet<String>();
    for (var path : drafts) {
      List<String> ids = the("PAK").get(path).path("attachments.id");
      named.addAll(ids == null ? List.of() : ids);
    }
    kept.await(named);

    assertThat(named).hasSize(stored);
    assertThat(kept.comingIn()).isEmpty();
    assertThat(kept.stored()).isEqualTo(named);
    assertThat(kept.withBytes()).isEqualTo(named);
    assertThat(kept.strays()).isZero();
  }
}
