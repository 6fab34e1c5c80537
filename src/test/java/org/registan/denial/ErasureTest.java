package org.registan.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.registan.denial.Denials.approved;
import static org.registan.denial.Denials.carriedOut;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.drafted;
import static org.registan.denial.Denials.etag;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;
import static org.registan.denial.Denials.proposed;
import static org.registan.denial.Persons.FIRST;
import static org.registan.denial.Persons.LAST;
import static org.registan.denial.Persons.NAME;
import static org.registan.denial.Persons.PASSPORT;
import static org.registan.denial.Persons.STREET;
import static org.registan.denial.Persons.because;
import static org.registan.denial.Persons.denied;
import static org.registan.denial.Persons.erased;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.database.Database;
import org.registan.database.Outdated;
import org.registan.kernel.Actor;
import org.registan.kernel.Role;
import org.registan.ledger.Acts;
import org.registan.ledger.Erasures;
import org.registan.ledger.Puller;
import org.registan.record.RecordTypes;
import org.registan.stand.StandResource;

/** What is erased of a natural person is gone everywhere, and tells nobody what it did not see. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class ErasureTest {

  private static final List<String> TRACES = List.of(FIRST, LAST, PASSPORT, STREET);

  private static final String GROUND = ", \"ground\": \"WRONG_PERSON\"";

  /** After which who waits for a lock is taken to wait; it gives up after fifty seconds. */
  private static final Duration LOCKED = Duration.ofSeconds(1);

  @Inject Jdbi jdbi;
  @Inject Erasures erasures;
  @Inject RecordTypes types;
  @Inject Database database;
  @Inject org.registan.record.Persons apart;

  @BeforeEach
  void oneSeesDetailOneSeesCore() {
    As.stand();
    policy("PAK", permit("DETAIL", "KAZ"), permit("CORE", "UZB"));
  }

  @Test
  void nothingOfThePersonIsLeftInAnyTable() {
    var path = aLongStory();
    assertThat(places())
        .contains(
            "audit_opening.value",
            "challenge.answer",
            "challenge.text",
            "doc.body",
            "doc_history.body",
            "natural_person.content",
            "proposal.comment",
            "proposal.content",
            "proposal.reason",
            "record.content",
            "record.life",
            "record_key.value",
            "version.reason");

    carriedOut("PAK", path, "erase-persons", because("Judgment on " + NAME, ""));

    assertThat(places()).isEmpty();
    assertThat(everythingOf("PAK", path)).doesNotContainIgnoringCase(TRACES.toArray(new String[0]));
  }

  /** Everything that can happen to a denial, and the person named wherever someone can type. */
  private static String aLongStory() {
    var path = imported();
    carriedOut("PAK", path, "notify", because("Interview with " + NAME, ""));
    var texts =
        ", \"ground\": \"WRONG_PERSON\", \"text\": \"Not %s but a namesake\"".formatted(NAME);
    approved("KAZ", Challenges.proposed("KAZ", path, because("Our file on " + LAST, texts)));
    String challenge = Challenges.seen("KAZ", path).extract().path("items[0].id");
    var answer = because("Our file", ", \"text\": \"Passport %s is his\"".formatted(PASSPORT));
    approved("PAK", answered(path + "/challenges/" + challenge, path, answer));
    carriedOut("PAK", path, "amend", amendment("Says " + NAME, "Lives in 17 " + STREET));
    returned(proposed("PAK", path, "amend", amendment("As " + LAST, "Of " + FIRST)));
    approved(
        "PAK", As.the("PAK", "officer").body(oneOff(path)).post("/v1/policies/denial/one-offs"));
    var suspension = ", \"suspendText\": \"On the appeal of %s\"".formatted(LAST);
    carriedOut("PAK", path, "suspend", because("Order", suspension));
    proposed("PAK", path, "amend", amendment("Again", "About " + NAME)).statusCode(202);
    assertThat(found("KAZ", LAST)).contains(id(path));
    Puller.of("KAZ").follow();
    return path;
  }

  private static String imported() {
    var line = exportedBy("PERSON").replace("N-1", "ERASED-1").replaceAll("\\s+", " ") + "\n";
    var batch = ImportFiles.drafted("PAK", ImportFiles.LINES, line);
    return "/v1/denials/" + ImportFiles.report("PAK", batch).getFirst().path("record").asText();
  }

  /** A denial whose exporter has the name of its end-user, and is of a kind. */
  private static String exportedBy(String kind) {
    return denied("AFG")
        .replace(
            "\"nationalReference\"",
            """
            "exporter": {"kind": "%s", "names": [{"text": "%s", "type": "PRIMARY"}],
              "identifiers": [{"scheme": "TAX", "value": "%s"}]}, "nationalReference"
            """
                .formatted(kind, NAME, PASSPORT));
  }

  @Test
  void anExporterGoesIfItIsAPersonAndStaysIfItIsAFirm() {
    var person = notified("PAK", exportedBy("PERSON"));
    var firm = notified("PAK", exportedBy("ORGANISATION"));

    erased("PAK", person);
    erased("PAK", firm);

    As.the("PAK", "officer")
        .get(person)
        .then()
        .body("exporter.erased", notNullValue())
        .body("exporter", not(hasKey("names")));
    As.the("PAK", "officer").get(firm).then().body("exporter.names[0].text", equalTo(NAME));
  }

  @Test
  void whoWasFirstTakenForAFirmGoesFromThatVersionToo() {
    var path = notified("PAK", denied("AFG").replace("\"PERSON\"", "\"ORGANISATION\""));
    carriedOut("PAK", path, "amend", because("A person", ", \"content\": " + denied("AFG")));

    erased("PAK", path);

    assertThat(everythingOf("PAK", path)).doesNotContainIgnoringCase(TRACES.toArray(new String[0]));
    As.the("KAZ", "officer")
        .get(path + "/versions/1")
        .then()
        .statusCode(200)
        .body("parties[0].erased", notNullValue())
        .body("parties[0]", not(hasKey("names")));
  }

  @Test
  void whatAPartnerReadInATextAloneGoesFromItsChallengeToo() {
    var text = ", \"ground\": \"OTHER\", \"text\": \"%s is not known here\"".formatted(LAST);
    var path =
        notified(
            "PAK",
            draft("AFG")
                .replace(
                    "\"nationalReference\"",
                    """
                    "exporter": {"kind": "PERSON", "names": [{"text": "%s", "type": "PRIMARY"}]},
                    "statedEndUse": [{"lang": "en", "text": "As Mr %s says"}], "nationalReference"
                    """
                        .formatted(NAME, LAST)));
    As.the("KAZ", "officer").get(path).then().body("$", not(hasKey("exporter")));
    approved("KAZ", Challenges.proposed("KAZ", path, because("Our file", text)));

    erased("PAK", path);

    Challenges.seen("KAZ", path).body("items[0].text", equalTo("[erased]"));
  }

  private static Response answered(String challenge, String path, String answer) {
    return As.the("PAK", "officer")
        .header("If-Match", etag("PAK", path))
        .body(answer)
        .post(challenge + "/answer");
  }

  private static String amendment(String reason, String narrative) {
    var content =
        denied("AFG")
            .replace(
                "\"notes\"",
                "\"reasonNarrative\": {\"texts\": [{\"lang\": \"en\", \"text\": \"%s\"}]}, \"notes\""
                    .formatted(narrative));
    return because(reason, ", \"content\": " + content);
  }

  private static void returned(ValidatableResponse proposal) {
    var answer = proposal.statusCode(202).extract();
    As.the("PAK", "releaser")
        .header("If-Match", answer.header("ETag"))
        .body("{\"comment\": \"Leave %s out\"}".formatted(FIRST))
        .post(answer.header("Location") + "/return")
        .then()
        .statusCode(200);
  }

  private static String oneOff(String path) {
    return because(
        "For the case of " + LAST,
        ", \"record\": \"%s\", \"recipient\": \"UZB\", \"level\": \"DETAIL\", \"until\": \"2999-01-01T00:00:00Z\""
            .formatted(id(path)));
  }

  @Test
  void recipientsReplaceTheirCopyByOneThatSaysSo() {
    var path = notified("PAK", denied("AFG"));
    var pullers = List.of(Puller.of("KAZ").follow(), Puller.of("UZB").follow());

    erased("PAK", path);

    for (var puller : pullers) {
      assertThat(puller.follow().told(id(path)).getLast()).isEqualTo("UPDATED with its view");
      assertThat(String.valueOf(puller.copies().get(id(path))))
          .contains("\"erased\"")
          .doesNotContain(LAST);
    }
    for (var version : List.of("", "/versions/1", "/versions/2")) {
      As.the("KAZ", "officer")
          .get(path + version)
          .then()
          .statusCode(200)
          .body("parties[0].erased", notNullValue())
          .body("parties[0].kind", equalTo("PERSON"))
          .body("parties[0]", not(hasKey("names")))
          .body("parties[0]", not(hasKey("address")))
          .body("$", not(hasKey("personsErased")));
    }
    assertThat(found("KAZ", LAST)).doesNotContain(id(path));
    As.the("PAK", "officer")
        .get(path)
        .then()
        .body("personsErased", notNullValue())
        .body("version", equalTo(2));
  }

  @Test
  void whoSeesNothingOfThePersonIsToldNothing() {
    var path = notified("PAK", denied("AFG"));
    carriedOut("PAK", path, "withdraw-in-error", because("x", ", \"errorText\": \"Wrong file\""));
    var before = List.of(everythingOf("KAZ", path), everythingOf("UZB", path), feedOf("UZB"));

    erased("PAK", path);

    assertThat(List.of(everythingOf("KAZ", path), everythingOf("UZB", path), feedOf("UZB")))
        .isEqualTo(before);
    As.the("PAK", "officer").get(path).then().body("parties[0].erased", notNullValue());
  }

  @Test
  void ofAPersonWhoWasAmendedAwayOnlyEarlierVersionsLose() {
    var path = notified("PAK", denied("AFG"));
    carriedOut("PAK", path, "amend", because("A firm", ", \"content\": " + draft("AFG")));
    var before = As.the("UZB", "officer").get(path);
    var feed = feedOf("UZB");

    erased("PAK", path);

    assertThat(As.the("UZB", "officer").get(path).asString()).isEqualTo(before.asString());
    assertThat(feedOf("UZB")).isEqualTo(feed);
    As.the("UZB", "officer")
        .get(path + "/versions/1")
        .then()
        .body("parties[0].erased", notNullValue())
        .body("parties[0].names", nullValue());
  }

  @Test
  void whatTheDeskShowsSaysHowMuchAndNotWhom() {
    var path = notified("PAK", denied("AFG"));
    Challenges.raised("KAZ", path);

    var proposal = proposed("PAK", path, "erase-persons", because("Court", "")).statusCode(202);

    proposal
        .body("effect.erases.versions", equalTo(1))
        .body("effect.erases.challenges", equalTo(1))
        .body("effect.erases.proposals", equalTo(0))
        .body("effect.differences.pointer", hasItem("/parties/0/names/0/text"))
        .body("effect.recipients", hasSize(2));
    assertThat(proposal.extract().asString()).doesNotContain(LAST);
  }

  @Test
  void anAmendmentThatWaitedDoesNotBringThePersonBack() {
    var path = notified("PAK", denied("AFG"));
    var waiting = proposed("PAK", path, "amend", amendment("x", "Because")).extract().response();

    erased("PAK", path);

    var now = Denials.stale("PAK", waiting.header("Location"));
    assertThat(now.extract().asString()).doesNotContain(LAST);
  }

  @Test
  void anAmendmentThatWaitedIsRefusedAlsoWhereTheRecordItselfHeldNobodyAnyMore() {
    var path = notified("PAK", denied("AFG"));
    erased("PAK", path);
    for (var content : List.of(denied("AFG"), draft("AFG"))) {
      carriedOut("PAK", path, "amend", because("Corrected", ", \"content\": " + content));
    }
    var waiting = proposed("PAK", path, "amend", amendment("x", "Because")).extract().response();
    var before = etag("PAK", path);

    erased("PAK", path);

    assertThat(etag("PAK", path)).isEqualTo(before);
    Denials.stale("PAK", waiting.header("Location"));
  }

  @Test
  void whatIsSaidWhileItIsErasedIsRefused() {
    var path = notified("PAK", denied("AFG"));
    var releaser = new Actor("PAK", "MOC", Set.of(Role.RELEASER), "someone", null);
    var record = new Acts.Named(UUID.fromString(id(path)), etag("PAK", path));
    var match = etag("KAZ", path);

    var said =
        database.act(handle -> {
          erasures.carryOut(handle, releaser, types.named("denial"), record, "Judgment");
          var saying = CompletableFuture.supplyAsync(() -> challenged(path, match));
          awaitOrLocked(saying);
          return saying;
        });

    said.join().then().statusCode(412);
    assertThat(jdbi.<List<String>, RuntimeException>withHandle(it -> places(it, "He is Said")))
        .isEmpty();
  }

  @Test
  void whatIsApprovedWhileItIsErasedIsRefused() {
    var path = notified("PAK", denied("AFG"));
    var releaser = new Actor("PAK", "MOC", Set.of(Role.RELEASER), "someone", null);
    var record = new Acts.Named(UUID.fromString(id(path)), etag("PAK", path));
    var proposal = Challenges.proposed("KAZ", path, because("He is " + LAST, GROUND));

    var approval =
        database.act(handle -> {
          erasures.carryOut(handle, releaser, types.named("denial"), record, "Judgment");
          var approving =
              CompletableFuture.supplyAsync(() ->
                  As.the("KAZ", "releaser")
                      .header("If-Match", proposal.header("ETag"))
                      .post(proposal.header("Location") + "/approve"));
          awaitOrLocked(approving);
          return approving;
        });

    approval.join().then().statusCode(412);
    Challenges.seen("PAK", path).body("items", empty());
  }

  private static Response challenged(String path, String match) {
    return As.the("KAZ", "officer")
        .header("If-Match", match)
        .body(because("He is Said", GROUND))
        .post(path + "/challenges");
  }

  /** Until it is answered, or waits in the database for whom it met there. */
  private static void awaitOrLocked(CompletableFuture<?> saying) {
    try {
      saying.get(LOCKED.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      assertThat(saying).isNotDone();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void onlyWhatWasReleasedAndHoldsPersonsCanBeErasedAndOnce() {
    var draft = drafted("PAK", denied("AFG"));
    proposed("PAK", draft, "erase-persons", because("x", "")).statusCode(409);
    var firm = notified("PAK", draft("AFG"));
    proposed("PAK", firm, "erase-persons", because("x", ""))
        .statusCode(409)
        .body("type", equalTo("/problems/no-persons"));
    var path = notified("PAK", denied("AFG"));
    erased("PAK", path);
    proposed("PAK", path, "erase-persons", because("x", "")).statusCode(409);
  }

  @Test
  void aDraftKeepsNobodyWhomItNoLongerNames() {
    var path = drafted("PAK", denied("AFG").replace(LAST, "Overwritten"));
    As.the("PAK", "officer")
        .header("If-Match", etag("PAK", path))
        .body(draft("AFG"))
        .put(path)
        .then()
        .statusCode(200);

    assertThat(jdbi.<List<String>, RuntimeException>withHandle(it -> places(it, "Overwritten")))
        .isEmpty();
  }

  @Test
  void whatIsLeftCanBeAmendedAndBroughtInAgain() {
    var path = notified("PAK", denied("AFG").replace("N-1", "ERASED-2"));
    erased("PAK", path);
    var left =
        denied("AFG")
            .replaceAll("\"names\"(?s:.)*?\"locality\": \"Herat\"}", "\"erased\": \"2026-01-02\"");

    carriedOut("PAK", path, "amend", because("Grounds", ", \"content\": " + left));

    As.the("UZB", "officer").get(path).then().body("parties[0].erased", equalTo("2026-01-02"));
    As.the("PAK", "officer")
        .body(left.replace("2026-01-02", "2999-01-02"))
        .post("/v1/denials")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/parties/0/erased"));
    As.the("PAK", "officer")
        .body(left.replace("PERSON", "ORGANISATION"))
        .post("/v1/denials")
        .then()
        .statusCode(422)
        .body("errors", not(empty()));
  }

  @Test
  void whoReadsInThatVeryInstantReadsAgain() {
    var tries = new AtomicInteger();
    var pointer = List.of("{\"$person\":\"%s\"}".formatted(UUID.randomUUID()));

    assertThatThrownBy(() ->
            database.act(handle -> {
              tries.incrementAndGet();
              return apart.putBack(handle, pointer);
            }))
        .isInstanceOf(Outdated.class);
    assertThat(tries).hasValueGreaterThan(1);
  }

  /** All that a state receives of a record, byte for byte. */
  private static String everythingOf(String reader, String path) {
    var all = new StringBuilder();
    for (var more : List.of("", "/versions", "/versions/1", "/versions/2", "/challenges")) {
      var answer = As.the(reader, "officer").get(path + more);
      all.append(answer.header("ETag")).append(answer.asString());
    }
    return all.append(As.the(reader, "officer").get("/v1/denials?limit=200").asString()).toString();
  }

  private static String feedOf(String reader) {
    return As.the(reader, "officer").accept("application/x-ndjson").get("/v1/changes").asString();
  }

  private static List<String> found(String reader, String word) {
    return As.the(reader, "officer")
        .body("{\"party\": \"%s\"}".formatted(word))
        .post("/v1/denials/searches")
        .path("items.id");
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Every column of every table in which something of the person stands. */
  private List<String> places() {
    return jdbi.withHandle(handle -> places(handle, String.join("|", TRACES)));
  }

  private static List<String> places(Handle handle, String pattern) {
    var found = new ArrayList<String>();
    handle
        .createQuery(
            "SELECT table_name, column_name FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND character_set_name IS NOT NULL"
                + " ORDER BY 1, 2")
        .map((row, ctx) -> row.getString(1) + "." + row.getString(2))
        .list()
        .stream()
        .filter(it -> stands(handle, it.split("\\.", -1), pattern))
        .forEach(found::add);
    return found;
  }

  private static boolean stands(Handle handle, String[] column, String pattern) {
    return handle
        .createQuery(
            "SELECT 1 FROM `%s` WHERE CONVERT(`%s` USING utf8mb4) RLIKE :pattern LIMIT 1"
                .formatted(column[0], column[1]))
        .bind("pattern", "(?i)" + pattern)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
