package org.registan.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.registan.stand.StandResource;

/** Ends are exact: what is read is the time that was written, to the millisecond. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class TimesTest {

  @Inject Jdbi jdbi;

  @Test
  void everyMillisecondIsReadAsItWasWritten() {
    var second = Instant.parse("2026-11-25T00:59:39Z");
    var written = IntStream.range(0, 1_000).mapToObj(second::plusMillis).toList();

    var read =
        jdbi.inTransaction(handle -> {
          handle.execute("CREATE TEMPORARY TABLE times (n INT PRIMARY KEY, at DATETIME(3) NULL)");
          var batch = handle.prepareBatch("INSERT INTO times VALUES (?, ?)");
          IntStream.range(0, written.size()).forEach(n -> batch.add(n, written.get(n)));
          batch.execute();
          var all =
              handle.createQuery("SELECT at FROM times ORDER BY n").mapTo(Instant.class).list();
          handle.execute("DROP TEMPORARY TABLE times");
          return all;
        });

    assertThat(read).isEqualTo(written);
  }
}
