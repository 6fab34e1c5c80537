package org.registan.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.denial.Denials.carriedOut;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.drafted;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.permit;
import static org.registan.denial.Denials.policy;
import static org.registan.denial.Denials.proposed;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.controllist.Editions;
import org.registan.denial.Challenges;
import org.registan.implementation.Documents;
import org.registan.implementation.MatrixSamples;
import org.registan.record.References;
import org.registan.stand.StandResource;

/** What is hidden answers as what is missing: by the same statements, in the same bytes. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class HiddenTest {

  private static final String REASON = "{\"reason\": \"As agreed\"}";

  private static final String RECORD = "/v1/denials/{id}";
  private static final String DOCUMENT = "/v1/1540/documents/{id}";
  private static final String EDITION = "/v1/control-lists/editions/{id}";
  private static final String MATRIX = "/v1/1540/matrices/{id}";
  private static final String NO_CHALLENGE = UUID.randomUUID().toString();

  @Inject Statements statements;

  @BeforeEach
  void uzbekistanSeesNothingOfPakistan() {
    As.stand();
    statements.quieten();
    policy("PAK", permit("DETAIL", "KAZ"));
    policy("KAZ", permit("DETAIL", "PAK"));
    for (var role : List.of("officer", "releaser", "state-admin", "auditor")) {
      As.the("UZB", role).get("/v1/me").then().statusCode(200);
    }
  }

  @AfterEach
  void upkeepGoesOn() {
    statements.letRun();
  }

  @Test
  void everyOperationOnAHiddenRecordAnswersAsOnNoRecord() {
    var path = notified("PAK", StatementsTest.person(1));
    String reference = As.the("PAK", "officer").get(path).path("reference");

    onRecords()
        .forEach((what, call) -> {
          alike(what, call, Things.id(path), UUID.randomUUID().toString());
          if (!what.equals("audit")) { // which takes ids alone
            alike(what, call, reference, References.random("PAK", 2026));
          }
        });
  }

  @Test
  void everyOperationOnAHiddenDocumentAnswersAsOnNoDocument() {
    Documents.policy("PAK", permit("DETAIL", "KAZ"));
    statements.letRun();
    var draft = Documents.drafted("PAK", Documents.report());
    var sent = Documents.submitted("PAK", Documents.report());
    statements.quieten();
    for (var path : List.of(draft, sent)) {
      String reference = As.the("PAK", "officer").get(path).path("reference");
      var calls = onDocuments();
      if (path.equals(sent)) {
        calls.remove("POST /publish"); // the Committee has it
      }
      calls.forEach((what, call) -> {
        alike(what, call, Things.id(path), UUID.randomUUID().toString());
        alike(what, call, reference, References.random("PAK", 2026));
      });
    }
  }

  @Test
  void everyOperationOnAHiddenMatrixAnswersAsOnNoMatrix() {
    MatrixSamples.policy("PAK", permit("DETAIL", "KAZ"));
    statements.letRun();
    var draft = MatrixSamples.drafted("PAK", "Matrix");
    var sent = MatrixSamples.drafted("PAK", "Matrix");
    MatrixSamples.submit("PAK", sent);
    statements.quieten();
    for (var path : List.of(draft, sent)) {
      var calls = onMatrices();
      if (path.equals(sent)) {
        calls.remove("POST /publish"); // the Committee has it
      }
      calls.forEach(
          (what, call) -> alike(what, call, Things.id(path), UUID.randomUUID().toString()));
    }
  }

  @Test
  void everyOperationOnAHiddenEditionAnswersAsOnNoEdition() {
    Editions.policy("PAK", permit("DETAIL", "KAZ"));
    statements.letRun();
    var draft =
        Editions.filled(
            "PAK", Editions.edition("HIDDEN", "2018-07-05"), Editions.vessels("0.1 m3"));
    var sent =
        Editions.notified(
            "PAK", Editions.edition("HIDDEN", "2018-07-05"), Editions.vessels("0.1 m3"));
    statements.quieten();
    for (var path : List.of(draft, sent)) {
      String reference = As.the("PAK", "officer").get(path).path("reference");
      onEditions()
          .forEach((what, call) -> {
            alike(what, call, Things.id(path), UUID.randomUUID().toString());
            alike(what, call, reference, References.random("PAK", 2026));
          });
    }
  }

  @Test
  void noOperationOnARecordIsLeftOut() throws IOException {
    assertThat(onRecords().keySet()).containsAll(promised(RECORD, 15));
    assertThat(onDocuments().keySet()).containsAll(promised(DOCUMENT, 9));
    assertThat(onMatrices().keySet()).containsAll(promised(MATRIX, 15));
    assertThat(onEditions().keySet()).containsAll(promised(EDITION, 15));
  }

  private static Set<String> promised(String record, int more) throws IOException {
    var promised = new TreeSet<String>();
    new YAMLMapper()
        .readTree(Path.of("openapi/registan.yaml").toFile()).path("paths").properties().stream()
            .filter(it -> it.getKey().startsWith(record))
            .forEach(it ->
                it.getValue().properties().stream()
                    .filter(verb -> verb.getValue().has("operationId"))
                    .map(verb ->
                        verb.getKey().toUpperCase(Locale.ROOT)
                            + " "
                            + it.getKey().substring(record.length()))
                    .forEach(promised::add));
    assertThat(promised).hasSizeGreaterThan(more);
    return promised;
  }

  @Test
  void anImportOfAnotherStateAnswersAsNoImport() {
    statements.letRun();
    var imported = Things.id(Things.imported("PAK"));
    statements.quieten();
    var imports = "/v1/denials/imports/";
    var calls = new TreeMap<String, Function<String, Response>>();
    calls.put("getDenialImport", id -> uzb("officer").get(imports + id));
    calls.put("getDenialImportReport", id -> uzb("officer").get(imports + id + "/report"));
    calls.put("discardDenialImport", id -> uzb("officer").delete(imports + id));
    calls.put(
        "notifyDenialImport", id -> uzb("officer").body(REASON).post(imports + id + "/notify"));

    calls.forEach((what, call) -> alike(what, call, imported, UUID.randomUUID().toString()));
  }

  @Test
  void aDraftOfAnotherStateAnswersAsNoRecord() {
    var path = drafted("PAK", draft("AFG"));
    String reference = As.the("PAK", "officer").get(path).path("reference");

    onRecords()
        .forEach((what, call) -> {
          alike(what, call, Things.id(path), UUID.randomUUID().toString());
          if (!what.equals("audit")) { // which takes ids alone
            alike(what, call, reference, References.random("PAK", 2026));
          }
        });
  }

  @Test
  void whatWasTakenBackAnswersAsNoRecord() {
    policy("PAK", permit("DETAIL", "UZB"));
    var path = notified("PAK", draft("AFG"));
    As.the("UZB", "officer").get(path).then().statusCode(200);
    policy("PAK", permit("DETAIL", "KAZ"));

    var calls = onRecords();
    calls.remove("audit"); // Uzbekistan did read it, which its own log goes on saying
    calls.forEach((what, call) -> alike(what, call, Things.id(path), UUID.randomUUID().toString()));
  }

  @Test
  void theIdOfSomethingElseAnswersAsNoRecord() {
    var path = notified("PAK", draft("AFG"));
    var proposal = proposed("PAK", path, "revoke", revocation()).extract().header("Location");

    onRecords()
        .forEach(
            (what, call) -> alike(what, call, Things.id(proposal), UUID.randomUUID().toString()));
    onProposals()
        .forEach((what, call) -> alike(what, call, Things.id(path), UUID.randomUUID().toString()));
  }

  @Test
  void aProposalOfAnotherStateAnswersAsNoProposal() {
    var path = notified("PAK", draft("AFG"));
    var proposal = proposed("PAK", path, "revoke", revocation()).extract().header("Location");

    onProposals()
        .forEach(
            (what, call) -> alike(what, call, Things.id(proposal), UUID.randomUUID().toString()));
  }

  @Test
  void aProposalOnARecordAnswersItsAdministratorAsNoProposal() {
    var path = notified("PAK", draft("AFG"));
    var proposal = proposed("PAK", path, "revoke", revocation()).extract().header("Location");
    Function<String, Response> read = id -> As.the("PAK", "state-admin").get("/v1/proposals/" + id);

    alike("getProposal", read, Things.id(proposal), UUID.randomUUID().toString());
  }

  @Test
  void whatItsStateSeesAnswersASubmittingMachineAsNoRecord() {
    var path = notified("KAZ", StatementsTest.person(1));
    As.the("PAK", "officer").get(path).then().statusCode(200);
    Function<String, Response> read =
        id -> As.the("PAK", "machine-submit").get("/v1/denials/" + id);

    alike("getDenial", read, Things.id(path), UUID.randomUUID().toString());
  }

  @Test
  void aVersionThatChangedNothingVisibleAnswersAsNoVersion() {
    policy("PAK", permit("DETAIL", "KAZ"), permit("CORE", "UZB"));
    var path = notified("PAK", draft("AFG"));
    var content = draft("AFG").replace("Herat", "Kandahar");
    carriedOut("PAK", path, "amend", "{\"reason\": \"Typo\", \"content\": %s}".formatted(content));
    Function<String, Response> read = n -> As.the("UZB", "officer").get(path + "/versions/" + n);

    alike("getDenialVersion", read, "2", "7");
  }

  @Test
  void accountsAndClientsOfAnotherStateAnswerAsNone() {
    String account = As.the("PAK", "officer").get("/v1/me").path("account");
    for (var act : List.of("block", "unblock")) {
      Function<String, Response> accounts =
          id ->
              As.the("UZB", "state-admin").post("/v1/participants/UZB/accounts/" + id + "/" + act);
      Function<String, Response> clients =
          id -> As.the("UZB", "state-admin").post("/v1/participants/UZB/clients/" + id + "/" + act);

      alike(act + " account", accounts, account, UUID.randomUUID().toString());
      alike(act + " client", clients, "pak-licensing", "pak-nonesuch0");
    }
  }

  @Test
  void aOneOffOfAnotherStateAnswersAsNone() {
    var grant = Things.granted("PAK");
    Function<String, Response> end =
        id -> As.the("UZB", "releaser").post("/v1/policies/denial/one-offs/" + id + "/end");
    var id = grant.substring(grant.lastIndexOf('/') + 1);

    alike("endOneOff", end, id, UUID.randomUUID().toString());
  }

  /** Every operation that takes a record by id or reference, as Uzbekistan calls it. */
  private static Map<String, Function<String, Response>> onRecords() {
    var all = new TreeMap<String, Function<String, Response>>();
    for (var more :
        List.of(
            "",
            "?viewAs=PAK",
            "/versions",
            "/versions/{version}",
            "/links",
            "/releases",
            "/challenges")) {
      var path = more.replace("{version}", "1");
      all.put("GET " + more, id -> uzb("officer").get("/v1/denials/" + id + path));
    }
    all.put("PUT ", id -> uzb("officer").body(draft("IRN")).put("/v1/denials/" + id));
    all.put("DELETE ", id -> uzb("officer").delete("/v1/denials/" + id));
    act(all, "notify", REASON);
    act(all, "amend", "{\"reason\": \"Typo\", \"content\": %s}".formatted(draft("IRN")));
    act(all, "renew", REASON);
    act(all, "suspend", Things.suspension());
    act(all, "final-assessment", Things.assessment());
    act(all, "revoke", revocation());
    act(all, "withdraw-in-error", "{\"reason\": \"File\", \"errorText\": \"Another firm\"}");
    act(all, "erase-persons", REASON);
    act(all, "hold", REASON);
    act(all, "lift", REASON);
    act(all, "challenges", Challenges.wrongFirm());
    act(all, "challenges/{challenge}/answer", Challenges.reply());
    all.put("explain", id -> policies("explanations", id, ""));
    all.put(
        "one-off",
        id ->
            policies(
                "one-offs",
                id,
                ", \"level\": \"CORE\", \"until\": \"2999-01-01T00:00:00Z\", \"reason\": \"x\""));
    all.put("draft", id -> uzb("officer").body(linked(id)).post("/v1/denials"));
    all.put("list", id -> uzb("officer").get("/v1/denials?reference=" + id));
    all.put(
        "search",
        id ->
            uzb("officer")
                .body("{\"reference\": [\"%s\"]}".formatted(id))
                .post("/v1/denials/searches"));
    all.put("audit", id -> As.the("UZB", "auditor").get("/v1/audit?record=" + id));
    return all;
  }

  /** The same of documents; what only its secretariat can call, as the Committee calls it. */
  private static Map<String, Function<String, Response>> onDocuments() {
    var at = Documents.PATH + "/";
    var all = onSubmissions(at, Documents.report());
    var file = "/attachments/" + UUID.randomUUID();
    all.put(
        "GET /attachments/{attachment}", id -> uzb("officer").accept("*/*").get(at + id + file));
    all.put("DELETE /attachments/{attachment}", id -> uzb("officer").delete(at + id + file));
    all.put(
        "POST /attachments",
        id -> Documents.sending(uzb("officer")).post(at + id + "/attachments"));
    all.put("draft", id -> uzb("officer").body(Documents.addendum(id)).post(Documents.PATH));
    return all;
  }

  private static Map<String, Function<String, Response>> onEditions() {
    var at = Editions.PATH + "/";
    var content = Editions.edition("HIDDEN", "2018-07-05");
    var all = onSubmissions(at, content);
    all.remove("POST /submit");
    all.remove("POST /publish");
    for (var more : List.of("/entries", "/changes", "/touched-denials")) {
      all.put("GET " + more, id -> uzb("officer").get(at + id + more));
    }
    for (var act : List.of("notify", "amend", "withdraw-in-error")) {
      var body =
          switch (act) {
            case "amend" -> "{\"reason\": \"As agreed\", \"content\": %s}".formatted(content);
            case "notify" -> REASON;
            default -> "{\"reason\": \"As agreed\", \"errorText\": \"In error\"}";
          };
      all.put("POST /" + act, id -> uzb("releaser").body(body).post(at + id + "/" + act));
    }
    var entries = Editions.vessels("0.1 m3");
    all.put("PUT /entries", id -> uzb("officer").body(entries).put(at + id + "/entries"));
    var operations = "{\"operations\": [{\"op\": \"DELETE\", \"key\": \"2B351\"}]}";
    all.put(
        "POST /operations", id -> uzb("officer").body(operations).post(at + id + "/operations"));
    all.put(
        "POST /attachments",
        id -> Documents.sending(uzb("officer")).post(at + id + "/attachments"));
    var file = "/attachments/" + UUID.randomUUID();
    all.put(
        "GET /attachments/{attachment}", id -> uzb("officer").accept("*/*").get(at + id + file));
    all.put("DELETE /attachments/{attachment}", id -> uzb("officer").delete(at + id + file));
    all.put(
        "draft",
        id ->
            uzb("officer")
                .body(Editions.edition("HIDDEN", "2018-07-05", "\"base\": \"%s\",".formatted(id)))
                .post(Editions.PATH));
    var other = uzbEdition();
    all.put("from", id -> uzb("officer").get(other + "/changes?from=" + id));
    return all;
  }

  /** One of the caller's own. */
  private static String uzbEdition() {
    return Editions.filled(
        "UZB", Editions.edition("OWN", "2018-07-05"), Editions.vessels("0.1 m3"));
  }

  private static Map<String, Function<String, Response>> onMatrices() {
    var at = MatrixSamples.PATH + "/";
    var all = onSubmissions(at, MatrixSamples.header("Other"));
    var other = UUID.randomUUID();
    for (var more : List.of("/fields", "/fields/{row}", "/progress", "/differences")) {
      var path = more.replace("{row}", "OP2.1").replace("differences", "differences?from=" + other);
      all.put("GET " + more, id -> uzb("officer").get(at + id + path));
    }
    var row = MatrixSamples.row("framework.NW", "X", "Act");
    all.put("PUT /fields/{row}", id -> uzb("officer").body(row).put(at + id + "/fields/OP2.1"));
    var agency = "{\"agency\": \"MIIT\"}";
    var section = "/sections/OP2";
    all.put("PUT /sections/{section}", id -> uzb("officer").body(agency).put(at + id + section));
    all.put(
        "POST /sections/{section}/hand-in",
        id -> uzb("officer").post(at + id + section + "/hand-in"));
    all.put(
        "POST /sections/{section}/return",
        id ->
            uzb("officer")
                .body("{\"comment\": \"Which article?\"}")
                .post(at + id + section + "/return"));
    all.put(
        "POST /carry-over",
        id ->
            uzb("officer")
                .body("{\"from\": \"%s\"}".formatted(other))
                .post(at + id + "/carry-over"));
    return all;
  }

  private static Map<String, Function<String, Response>> onSubmissions(String at, String content) {
    var all = new TreeMap<String, Function<String, Response>>();
    for (var more : List.of("", "/versions", "/versions/{version}", "/links", "/releases")) {
      var path = more.replace("{version}", "1");
      all.put("GET " + more, id -> uzb("officer").get(at + id + path));
    }
    all.put("PUT ", id -> uzb("officer").body(content).put(at + id));
    all.put("DELETE ", id -> uzb("officer").delete(at + id));
    all.put(
        "POST /submit",
        id -> uzb("officer").body(Documents.noteVerbale()).post(at + id + "/submit"));
    all.put(
        "POST /publish",
        id ->
            As.the("UN1540", "secretariat")
                .header("If-Match", "\"none\"")
                .body(Documents.symbol("S/AC.44/1"))
                .post(at + id + "/publish"));
    all.put("POST /hold", id -> uzb("releaser").body(REASON).post(at + id + "/hold"));
    all.put("POST /lift", id -> uzb("releaser").body(REASON).post(at + id + "/lift"));
    var list = at.substring(0, at.length() - 1);
    all.put("list", id -> uzb("officer").get(list + "?reference=" + id));
    return all;
  }

  private static void act(Map<String, Function<String, Response>> all, String act, String body) {
    var path = "/" + act.replace("{challenge}", NO_CHALLENGE);
    all.put("POST /" + act, id -> uzb("releaser").body(body).post("/v1/denials/" + id + path));
  }

  private void alike(String what, Function<String, Response> call, String hidden, String missing) {
    new Alike(statements).alike(what, call, hidden, missing);
  }

  private static Map<String, Function<String, Response>> onProposals() {
    var all = new TreeMap<String, Function<String, Response>>();
    all.put("getProposal", id -> uzb("releaser").get("/v1/proposals/" + id));
    for (var act : List.of("approve", "return", "discard")) {
      var body = act.equals("return") ? "{\"comment\": \"Why?\"}" : "";
      all.put(act, id -> uzb("releaser").body(body).post("/v1/proposals/" + id + "/" + act));
    }
    return all;
  }

  private static Response policies(String what, String id, String more) {
    return uzb("officer")
        .body("{\"record\": \"%s\", \"recipient\": \"KAZ\"%s}".formatted(id, more))
        .post("/v1/policies/denial/" + what);
  }

  private static String linked(String id) {
    return draft(
        "AFG",
        "AMBER",
        "\"relatedDenials\": [{\"relation\": \"SAME_NETWORK\", \"reference\": \"%s\"}],"
            .formatted(id));
  }

  private static RequestSpecification uzb(String role) {
    return As.the("UZB", role).header("If-Match", "\"none\"");
  }

  private static String revocation() {
    return "{\"reason\": \"Appeal\", \"revokeReason\": \"APPEAL_UPHELD\"}";
  }
}
