package org.registan.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.registan.denial.Denials.carriedOut;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.drafted;
import static org.registan.denial.Denials.etag;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.kernel.Digest;
import org.registan.stand.StandResource;

/** Every act and every read enters each log entitled to it, as far as its participant may know. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class AuditTest {

  private static final String REASON = "{\"reason\": \"Decision 114 of the licensing board\"}";

  @Inject Jdbi jdbi;

  @BeforeEach
  void pakistanAndKazakhstanShareWithUzbekistan() {
    As.stand();
    policy("PAK", permit("CORE", "UZB"));
    policy("KAZ", permit("DETAIL", "UZB"));
  }

  @Test
  void aListGivesEachOwnerAnEntryOfItsOwnAndTheReaderOneOfAll() {
    var theirs = id(notified("PAK", draft("NRU")));
    var others = id(notified("KAZ", draft("NRU")));
    var pak = new Log(jdbi, "PAK");
    var kaz = new Log(jdbi, "KAZ");
    var uzb = new Log(jdbi, "UZB");

    As.the("UZB", "officer").get("/v1/denials?destination=NRU&limit=200").then().statusCode(200);

    assertThat(records(pak, "record.list"))
        .contains(theirs + " 1 CORE")
        .noneMatch(it -> it.contains(others));
    assertThat(records(kaz, "record.list"))
        .contains(others + " 1 DETAIL")
        .noneMatch(it -> it.contains(theirs));
    assertThat(records(uzb, "record.list")).contains(theirs + " 1 CORE", others + " 1 DETAIL");
  }

  @Test
  void whoFollowsALinkIsLoggedByItsTargetsOwnerAsAnyReader() {
    var pointedTo = notified("PAK", draft("NRU"));
    String reference = As.the("UZB", "officer").get(pointedTo).path("reference");
    policy("PAK", permit("CORE", "UZB") + "," + permit("CORE", "KAZ"));
    var related =
        "\"relatedDenials\": [{\"relation\": \"SAME_NETWORK\", \"reference\": \"%s\"}],"
            .formatted(reference);
    var pointing = notified("KAZ", draft("NRU", "AMBER", related));
    var pak = new Log(jdbi, "PAK");

    As.the("UZB", "officer")
        .get(pointing + "/links")
        .then()
        .statusCode(200)
        .body("items.reference", hasItem(reference));

    assertThat(pak.events()).containsExactly("record.read");
  }

  @Test
  void aCursorSaysNothingOfHowMuchOthersDo() {
    As.the("PAK", "officer").get("/v1/denials").then().statusCode(200);

    String next = As.the("PAK", "auditor").get("/v1/audit?limit=1").path("next");

    var place =
        new String(Base64.getUrlDecoder().decode(next.substring(0, next.indexOf('.'))), UTF_8);
    assertThat(place).matches("\\{\"at\":\"[A-Za-z0-9_-]{32}\"}");
    As.the("PAK", "auditor").get("/v1/audit?limit=1&cursor=" + next).then().statusCode(200);
  }

  @Test
  void whatConcernsOneRecordIsFoundHoweverLongAgo() {
    var record = id(notified("PAK", draft("NRU")));
    jdbi.useHandle(handle ->
        handle.execute(
            """
            INSERT INTO audit_entry (log, id, body)
            SELECT 'PAK', UUID(), CONCAT('{"at":"2026-11-24T00:00:00.000Z","by":{"agency":"SECDIV",',
              '"participant":"PAK"},"event":"filler","id":"', UUID(),
              '","log":"PAK","records":[],"v":1}')
            FROM seq_1_to_21000
            """));

    var events = new ArrayList<String>();
    String next = "";
    do {
      var page =
          As.the("PAK", "auditor")
              .queryParam("record", record)
              .queryParam("limit", 1)
              .queryParams(next.isEmpty() ? Map.of() : Map.of("cursor", next))
              .get("/v1/audit");
      events.addAll(page.path("items.event"));
      next = Optional.ofNullable(page.<String>path("next")).orElse("");
    } while (!next.isEmpty());

    assertThat(events).containsSubsequence("denial.notify", "denial.draft");
    jdbi.useHandle(handle ->
        handle.execute("DELETE FROM audit_entry WHERE body LIKE '%\"event\":\"filler\"%'"));
  }

  @Test
  void theFeedAndASearchEnterTheOwnersLogsLikeAnyRead() {
    var record = id(notified("PAK", draft("NRU")));
    var pak = new Log(jdbi, "PAK");

    As.the("UZB", "machine-read").get("/v1/changes?limit=200").then().statusCode(200);
    As.the("UZB", "officer")
        .body("{\"destination\": [\"NRU\"], \"party\": \"darya\"}")
        .post("/v1/denials/searches")
        .then()
        .statusCode(200);

    assertThat(records(pak, "record.list")).contains(record + " 1 CORE");
    assertThat(pak.events()).contains("changes.read");
    assertThat(pak.bodies()).noneMatch(it -> it.contains("darya"));
  }

  @Test
  void anotherStatesPeopleAppearAsParticipantAndAgency() {
    var path = notified("PAK", draft("AFG"));
    String account = As.the("UZB", "officer").get("/v1/me").path("account");
    var pak = new Log(jdbi, "PAK");
    var uzb = new Log(jdbi, "UZB");

    As.the("UZB", "officer").get(path).then().statusCode(200);

    var theirs = pak.only("record.read");
    assertThat(theirs.path("by").toString())
        .isEqualTo("{\"agency\":\"MIIT\",\"participant\":\"UZB\"}");
    assertThat(names(theirs)).containsExactly("at", "by", "event", "id", "log", "records", "v");
    assertThat(uzb.only("record.read").at("/by/account").asText()).isEqualTo(account);
    assertThat(pak.bodies()).noneMatch(it -> it.contains(account));
  }

  @Test
  void anOwnReadIsOnesOwnAffair() {
    var path = notified("PAK", draft("AFG"));
    var pak = new Log(jdbi, "PAK");
    var uzb = new Log(jdbi, "UZB");

    As.the("PAK", "officer").get(path).then().statusCode(200);
    As.the("PAK", "officer").get(path + "?viewAs=UZB").then().statusCode(200);
    As.the("PAK", "officer").get(path + "/releases").then().statusCode(200);

    assertThat(pak.events()).containsExactly("record.read", "record.view-as", "record.releases");
    assertThat(uzb.bodies()).isEmpty();
  }

  @Test
  void everyReadOfARecordIsLogged() {
    var path = notified("PAK", draft("AFG"));
    var tag = As.the("UZB", "officer").get(path).header("ETag");
    var pak = new Log(jdbi, "PAK");

    for (var more : List.of("/versions", "/links", "/versions/1")) {
      As.the("UZB", "officer").get(path + more).then().statusCode(200);
    }
    As.the("UZB", "officer").header("If-None-Match", tag).get(path).then().statusCode(304);

    assertThat(pak.events())
        .containsExactly("record.read", "record.read", "record.read-version", "record.read");
    assertThat(pak.entries())
        .allMatch(it -> it.at("/records/0/id").asText().equals(id(path)))
        .allMatch(it -> it.at("/records/0/level").asText().equals("CORE"));
  }

  @Test
  void everyActIsLoggedByItsOwnerAlone() {
    var pak = new Log(jdbi, "PAK");
    var uzb = new Log(jdbi, "UZB");
    var path = drafted("PAK", draft("AFG"));
    carriedOut("PAK", path, "notify", REASON);
    var content = draft("AFG").replace("Darya", "Dariya");
    carriedOut("PAK", path, "amend", "{\"reason\": \"Typo\", \"content\": %s}".formatted(content));
    As.the("PAK", "releaser")
        .header("If-Match", etag("PAK", path))
        .body(REASON)
        .post(path + "/hold")
        .then()
        .statusCode(200);
    carriedOut("PAK", path, "lift", REASON);
    carriedOut("PAK", path, "revoke", "{\"reason\": \"x\", \"revokeReason\": \"APPEAL_UPHELD\"}");
    carriedOut("PAK", path, "withdraw-in-error", "{\"reason\": \"x\", \"errorText\": \"y\"}");

    assertThat(pak.events().stream().filter(it -> it.startsWith("denial.")))
        .containsExactly(
            "denial.draft",
            "denial.notify",
            "denial.amend",
            "denial.hold",
            "denial.lift",
            "denial.revoke",
            "denial.withdraw-in-error");
    assertThat(pak.events().stream().filter("proposal.approved"::equals)).hasSize(5);
    assertThat(uzb.bodies()).isEmpty();
  }

  @Test
  void aLookAtTheOwnDeskOrPolicyIsLogged() {
    var pak = new Log(jdbi, "PAK");

    for (var path :
        List.of("/v1/proposals", "/v1/policies/denial", "/v1/policies/denial/one-offs")) {
      As.the("PAK", "officer").get(path).then().statusCode(200);
    }
    for (var path : List.of("/v1/participants/PAK/clients", "/v1/participants/PAK/accounts")) {
      As.the("PAK", "state-admin").get(path).then().statusCode(200);
    }

    assertThat(pak.events())
        .contains("proposal.list", "policy.read", "one-off.list", "client.list", "account.list");
  }

  @Test
  void draftsThrownAwayAndPoliciesAreActsToo() {
    var pak = new Log(jdbi, "PAK");
    var path = drafted("PAK", draft("AFG"));
    var tag = etag("PAK", path);
    As.the("PAK", "officer").header("If-Match", tag).body(draft("IRN")).put(path);
    As.the("PAK", "officer").header("If-Match", etag("PAK", path)).delete(path);
    policy("PAK", permit("CORE", "UZB"));

    assertThat(pak.events())
        .contains("denial.draft", "denial.discard-draft", "policy.draft", "policy.adopt");
  }

  @Test
  void aReasonEntersAsACommitmentThatCanBeErased() {
    var pak = new Log(jdbi, "PAK");
    notified("PAK", draft("AFG"));

    var commitment = pak.only("denial.notify").at("/texts/reason").asText();
    var salt = opening(commitment, "salt");
    assertThat(opening(commitment, "value")).isEqualTo("Board decision");
    assertThat(commitment).isEqualTo(Digest.of(salt + "Board decision"));
    assertThat(pak.bodies()).noneMatch(it -> it.contains("Board decision"));

    var before = pak.bodies();
    jdbi.useHandle(it -> it.execute("DELETE FROM audit_opening WHERE commitment = ?", commitment));
    assertThat(pak.bodies()).isEqualTo(before);
  }

  @Test
  void aMissedReadIsInTheReadersLogAloneAndWhatARefusalToldInTheOwnersToo() {
    var hidden = drafted("PAK", draft("AFG"));
    var shared = notified("PAK", draft("AFG"));
    var pak = new Log(jdbi, "PAK");
    var uzb = new Log(jdbi, "UZB");

    As.the("UZB", "officer").get(hidden).then().statusCode(404);
    As.the("UZB", "officer").get(hidden + "/releases").then().statusCode(404);
    As.the("UZB", "officer").get(shared + "/releases").then().statusCode(403);
    As.the("UZB", "officer").get("/v1/denials/Darya Pump Works").then().statusCode(404);

    assertThat(pak.events()).containsExactly("record.own.refused");
    assertThat(uzb.events())
        .containsExactly(
            "record.read.missed", "record.own.missed", "record.own.refused", "record.read.missed");
    assertThat(uzb.bodies())
        .noneMatch(it -> it.contains(id(hidden)) || it.contains("Darya"))
        .noneMatch(it -> it.contains(Digest.of("Darya Pump Works")));
  }

  @Test
  void noEntryHoldsAPositionOrACursor() {
    notified("PAK", draft("AFG"));
    notified("PAK", draft("AFG"));
    String cursor =
        As.the("UZB", "machine-read").get("/v1/changes?limit=1").then().extract().path("next");
    var uzb = new Log(jdbi, "UZB");
    var pak = new Log(jdbi, "PAK");

    As.the("UZB", "machine-read")
        .get("/v1/changes?limit=200&after=" + cursor)
        .then()
        .statusCode(200);

    assertThat(uzb.bodies()).hasSize(1);
    assertThat(pak.bodies()).isNotEmpty();
    for (var log : List.of(uzb, pak)) {
      assertThat(log.entries())
          .allSatisfy(it ->
              assertThat(names(it))
                  .isSubsetOf("at", "by", "event", "facts", "id", "log", "records", "texts", "v"))
          .allSatisfy(it ->
              it.path("records")
                  .forEach(record ->
                      assertThat(names(record)).containsExactly("id", "level", "type", "version")));
      assertThat(log.bodies()).noneMatch(it -> it.contains(cursor));
    }
  }

  @Test
  void theAuditorReadsTheEntriesOfOneRecordExactlyAsWritten() {
    var path = notified("PAK", draft("AFG"));
    var pak = new Log(jdbi, "PAK");
    As.the("UZB", "officer").get(path).then().statusCode(200);

    var written = pak.bodies().getFirst();
    var page = As.the("PAK", "auditor").get("/v1/audit?record=" + id(path));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.asString()).startsWith("{\"items\":[" + written);
    page.then()
        .body("items.event", hasItem("denial.notify"))
        .body("items.collect { it.records[0].id }", everyItem(equalTo(id(path))));
    As.the("PAK", "auditor")
        .get("/v1/audit?record=" + UUID.randomUUID())
        .then()
        .statusCode(200)
        .body("items", equalTo(List.of()));
  }

  @Test
  void whatIsNoIdIsNotTakenForARecordOfWhichNothingIsLogged() {
    for (var other : List.of("nothing", "PAK-2026-7KQ4M2G")) {
      As.the("PAK", "auditor")
          .get("/v1/audit?record=" + other)
          .then()
          .statusCode(400)
          .body("errors[0].parameter", equalTo("record"))
          .body("errors[0].detail", startsWith("must be an id such as "));
    }
  }

  private static List<String> records(Log log, String event) {
    return StreamSupport.stream(log.only(event).path("records").spliterator(), false)
        .map(it ->
            "%s %s %s"
                .formatted(
                    it.path("id").asText(), it.path("version").asText(), it.path("level").asText()))
        .toList();
  }

  private String opening(String commitment, String column) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT " + column + " FROM audit_opening WHERE commitment = :it")
            .bind("it", commitment)
            .mapTo(String.class)
            .one());
  }

  private static List<String> names(com.fasterxml.jackson.databind.JsonNode node) {
    return node.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
