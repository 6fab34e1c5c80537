package org.registan.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.stand.StandResource;

/** The bytes of an entry, written out by hand from the form that ADR 6 fixes. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class EntryBytesTest {

  @Inject Jdbi jdbi;

  @BeforeEach
  void pakistanSharesWithUzbekistan() {
    As.stand();
    policy("PAK", permit("CORE", "UZB"));
  }

  @Test
  void theOwnersEntryOfARead() {
    var path = notified("PAK", draft("AFG"));
    var pak = new Log(jdbi, "PAK");

    As.the("UZB", "machine-read").get(path).then().statusCode(200);

    var entry = pak.only("record.read");
    assertThat(pak.bodies().getFirst())
        .isEqualTo(
            """
            {"at":"%s","by":{"agency":"MIIT","participant":"UZB"},"event":"record.read",\
            "id":"%s","log":"PAK",\
            "records":[{"id":"%s","level":"CORE","type":"denial","version":1}],"v":1}\
            """
                .formatted(at(entry), id(entry), id(path)));
  }

  @Test
  void theReadersEntryOfARead() {
    var path = notified("PAK", draft("AFG"));
    String account = As.the("UZB", "machine-read").get("/v1/me").path("account");
    var uzb = new Log(jdbi, "UZB");

    As.the("UZB", "machine-read").get(path).then().statusCode(200);

    var entry = uzb.only("record.read");
    assertThat(uzb.bodies().getFirst())
        .isEqualTo(
            """
            {"at":"%s",\
            "by":{"account":"%s","agency":"MIIT","client":"uzb-licensing","participant":"UZB"},\
            "event":"record.read","facts":{},"id":"%s","log":"UZB",\
            "records":[{"id":"%s","level":"CORE","type":"denial","version":1}],"v":1}\
            """
                .formatted(at(entry), account, id(entry), id(path)));
  }

  @Test
  void theEntryOfAnActWithItsCommitment() {
    var pak = new Log(jdbi, "PAK");
    var path = notified("PAK", draft("AFG"));
    String account = As.the("PAK", "releaser").get("/v1/me").path("account");

    var entry = pak.only("denial.notify");
    var commitment = commitment("Board decision", entry.at("/texts/reason").asText());
    assertThat(pak.bodies())
        .contains(
            """
            {"at":"%s","by":{"account":"%s","agency":"SECDIV","participant":"PAK"},\
            "event":"denial.notify","facts":{},"id":"%s","log":"PAK",\
            "records":[{"id":"%s","level":"OWNER","type":"denial","version":1}],\
            "texts":{"reason":"%s"},"v":1}\
            """
                .formatted(at(entry), account, id(entry), id(path), commitment));
  }

  private static String at(com.fasterxml.jackson.databind.JsonNode entry) {
    var at = entry.path("at").asText();
    assertThat(at).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z");
    return at;
  }

  private static String id(com.fasterxml.jackson.databind.JsonNode entry) {
    var id = entry.path("id").asText();
    assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    return id;
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** SHA-256 of the salt that opens it, as text, followed by the text: base64url, unpadded. */
  private String commitment(String text, String known) {
    var salt =
        jdbi.withHandle(handle ->
            handle
                .createQuery("SELECT salt FROM audit_opening WHERE commitment = :it")
                .bind("it", known)
                .mapTo(String.class)
                .one());
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest((salt + text).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
