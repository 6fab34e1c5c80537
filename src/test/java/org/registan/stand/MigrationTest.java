package org.registan.stand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stood in the tables before a migration is after it as if it had been written since. */
class MigrationTest {

  private static final String IN_FORCE = "00000000-0000-4000-8000-000000000001";
  private static final String REVOKED = "00000000-0000-4000-8000-000000000002";
  private static final String IN_ERROR = "00000000-0000-4000-8000-000000000003";
  private static final String DRAFT = "00000000-0000-4000-8000-000000000004";
  private static final String LAPSED = "00000000-0000-4000-8000-000000000005";
  private static final String ASSESSED = "00000000-0000-4000-8000-000000000006";

  @TempDir static Path state;
  private static OwnDatabase own;

  @BeforeAll
  static void start() {
    own = OwnDatabase.start(state);
  }

  @BeforeEach
  void nothingIsThere() throws SQLException {
    own.drop();
  }

  @AfterAll
  static void stop() {
    own.itself().kill();
  }

  @Test
  void denialsFromBeforeThereWereTermsHaveTheTermTheySay() throws SQLException {
    own.migrateTo("202611250101");
    denial(IN_FORCE, "IN_FORCE", 1, "{\"validUntil\": \"2029-05-31\"}");
    denial(REVOKED, "REVOKED", 2, "{\"validUntil\": \"2028-01-15\"}");
    denial(IN_ERROR, "ISSUED_IN_ERROR", 2, "{\"validUntil\": \"2027-01-15\"}");
    denial(DRAFT, "DRAFT", 0, "{}");

    own.migrateTo("latest");

    assertThat(own.rows("SELECT record, name, day, owner, rtype, done FROM deadline ORDER BY name"))
        .containsExactly(
            IN_FORCE + " lapse 2029-06-01 PAK denial 0",
            IN_FORCE + " term-ends-soon 2029-02-28 PAK denial 0");
    assertThat(
            own.rows("SELECT record, value, layer FROM record_key WHERE name = 'term' ORDER BY 1"))
        .containsExactly(
            IN_FORCE + " 2029-05-31 2", REVOKED + " 2028-01-15 2", IN_ERROR + " 2027-01-15 4");
  }

  @Test
  void personsOfDenialsThatEndedBeforeThereWasRetentionAreKeptNoLongerThanOthers()
      throws SQLException {
    own.migrateTo("202611250601");
    denial(IN_FORCE, "IN_FORCE", 1, "{\"validUntil\": \"2029-05-31\"}");
    denial(REVOKED, "REVOKED", 2, "{\"revocation\": {\"date\": \"2025-02-01\"}}");
    denial(ASSESSED, "REVOKED", 3, "{\"finalAssessment\": {\"date\": \"2025-03-01\"}}");
    denial(IN_ERROR, "ISSUED_IN_ERROR", 2, "{\"withdrawal\": {\"date\": \"2025-04-01\"}}");
    denial(LAPSED, "LAPSED", 2, "{\"validUntil\": \"2025-05-31\"}");
    for (var id : List.of(IN_FORCE, REVOKED, ASSESSED, IN_ERROR)) {
      own.execute("INSERT INTO natural_person VALUES (UUID(), '%s', '{}')".formatted(id));
    }

    own.migrateTo("latest");

    assertThat(own.rows("SELECT record, ended, owner, rtype FROM retention ORDER BY ended"))
        .containsExactly(
            REVOKED + " 2025-02-01 PAK denial",
            ASSESSED + " 2025-03-01 PAK denial",
            IN_ERROR + " 2025-04-01 PAK denial");
  }

  @Test
  void aTextInAnOldEntryIsForgottenWithTheRecordItIsAbout() throws SQLException {
    var commitment = "c".repeat(43);
    own.migrateTo("202611250601");
    own.execute(
        "INSERT INTO audit_opening VALUES ('%s', '%s', 'why')"
            .formatted(commitment, "s".repeat(22)));
    own.execute(
        """
        INSERT INTO audit_entry (log, id, body) VALUES ('PAK', UUID(),
          '{"records":[{"id":"%s"}],"texts":{"reason":"%s"}}')
        """
            .formatted(REVOKED, commitment));

    own.migrateTo("latest");

    assertThat(own.rows("SELECT record FROM audit_opening")).containsExactly(REVOKED);
  }

  private static void denial(String id, String status, int version, String life)
      throws SQLException {
    own.execute(
        """
        INSERT INTO record (id, owner, rtype, agency, reference, status, held, sort_date,
          version, content, life, changed_seq)
        VALUES ('%s', 'PAK', 'denial', 'SECDIV', 'PAK-%s', '%s', FALSE, '2026-01-15',
          %d, '{}', '%s', 1)
        """
            .formatted(id, id.substring(30), status, version, life));
  }
}
