package org.registan.stand;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.registan.stand.DeployScript.Outcome;

/** What is restored is what was backed up, in an incarnation of its own, whole or unusable. */
class BackupTest {

  private static final String INCARNATION = "SELECT incarnation FROM platform";

  @TempDir static Path state;
  private static OwnDatabase own;
  private static BackupScripts scripts;
  private static Path backup;
  private static Map<String, String> backedUp = Map.of();

  @TempDir Path directory;

  @BeforeAll
  static void somethingIsBackedUp() throws SQLException {
    own = OwnDatabase.start(state);
    own.migrateTo("latest");
    own.execute("UPDATE participant SET names = '[{\"lang\": \"uz\", \"text\": \"Самарқанд\"}]'");
    scripts = new BackupScripts(own.itself(), state);
    backup = state.resolve("backup");
    assertThat(scripts.backUp(backup)).returns(0, Outcome::status);
    backedUp = checksums();
  }

  @AfterAll
  static void stop() {
    own.itself().kill();
  }

  @Test
  void everyTableComesBackAsItWasButForTheIncarnation() throws SQLException {
    var incarnations = new HashSet<>(List.of(own.row(INCARNATION)));
    for (int restored = 0; restored < 2; restored++) {
      own.execute("UPDATE participant SET names = '[]'", "INSERT INTO head VALUES ('OPS', 7)");

      assertThat(scripts.restore(backup).status()).isZero();

      assertThat(checksums()).isEqualTo(backedUp).hasSizeGreaterThan(20);
      assertThat(incarnations.add(own.row(INCARNATION))).as("another incarnation").isTrue();
    }
    assertThat(own.migrateTo("latest")).isZero();
  }

  @Test
  void aRestoreThatWasCutOffDoesNotStartAndIsDoneAgain() throws IOException {
    var cut = withLine("registan.sql", "NO STATEMENT;");
    var sums = new ProcessBuilder("sh", "-c", "sha256sum *.sql > SHA256SUMS");
    assertThat(DeployScript.outcome(sums.directory(cut.toFile())).status()).isZero();

    assertThat(scripts.restore(cut).status()).isNotZero();
    assertThatThrownBy(() -> own.migrateTo("latest"))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("non-empty schema");

    assertThat(scripts.restore(backup).status()).isZero();
    assertThat(own.migrateTo("latest")).isZero();
  }

  @Test
  void aBackupThatIsNotAsItWasMadeChangesNothing() throws IOException, SQLException {
    var before = own.row(INCARNATION);

    var outcome = scripts.restore(withLine("registan-history.sql", "-- one line more"));

    assertThat(outcome.said()).contains("is not as it was made");
    assertThat(outcome.status()).isNotZero();
    assertThat(own.row(INCARNATION)).isEqualTo(before);
  }

  @Test
  void whatIsInUseIsNotRestored() throws SQLException {
    var before = own.row(INCARNATION);
    try (var application = own.itself().connect()) {
      var outcome = scripts.restore(backup);

      assertThat(outcome.said()).contains("registan is in use");
      assertThat(outcome.status()).isNotZero();
      assertThat(application.isValid(1)).isTrue();
    }
    assertThat(own.row(INCARNATION)).isEqualTo(before);
  }

  @Test
  void onlyItsOwnerMayReadABackupAndNoneIsWrittenOver() throws IOException {
    assertThat(Files.getPosixFilePermissions(backup)).isEqualTo(fromString("rwx------"));
    try (var files = Files.list(backup)) {
      assertThat(files.toList())
          .hasSize(3)
          .allSatisfy(it ->
              assertThat(Files.getPosixFilePermissions(it)).isEqualTo(fromString("rw-------")));
    }
    assertThat(scripts.backUp(backup).said()).contains("is there already");
  }

  /** The backup with a line more in one of its files. */
  private Path withLine(String file, String line) throws IOException {
    var copy = directory.resolve("copy");
    Trees.copy(backup, copy);
    Files.writeString(copy.resolve(file), line + "\n", StandardOpenOption.APPEND);
    return copy;
  }

  /** Of every table but the one that a restore changes. */
  private static Map<String, String> checksums() throws SQLException {
    var checksums = new TreeMap<String, String>();
    for (var table : own.rows("SHOW TABLES WHERE Tables_in_registan <> 'platform'")) {
      checksums.put(table, own.row("CHECKSUM TABLE " + table + " EXTENDED"));
    }
    return checksums;
  }
}
