package org.registan.rights;

import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.proposed;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.registan.As;
import org.registan.controllist.Editions;
import org.registan.denial.Challenges;
import org.registan.denial.ImportFiles;
import org.registan.implementation.Documents;

/** How many statements reads and acts on Pakistan's records send, by operation. */
final class Costs {

  private static final String POLICY = "/v1/policies/denial";
  private static final Rights RIGHTS = Rights.read();

  /**
   * Whose approval goes over all records (a flip, as {@code FlipTest} has it), or would leave
   * others without what they act by.
   */
  private static final Set<String> UNDECIDED =
      Set.of(
          "adoptPolicy",
          "changePolicyGroup",
          "restartReleases",
          "moveNationalAuthority",
          "rotateClientKey");

  private final Statements statements;
  private final String feedFrom;
  private final String brought;
  private final Map<String, Integer> counted = new TreeMap<>();

  Costs(Statements statements, String feedFrom) {
    this.statements = statements;
    this.feedFrom = feedFrom;
    statements.letRun();
    this.brought = Things.imported("PAK");
    statements.quieten();
    for (var role : List.of("officer", "releaser", "state-admin", "auditor")) {
      the(role).get("/v1/me").then().statusCode(200);
    }
    As.the("KAZ", "releaser").get("/v1/me").then().statusCode(200);
    act("putCalendar"); // the first has no earlier one to replace
  }

  Map<String, Integer> ofReads(int limit) {
    counted.clear();
    var path = notified("PAK", StatementsTest.person(1));
    Things.policyDraft("PAK");
    var proposal = proposed("PAK", path, "revoke", revocation()).extract().header("Location");
    administration(limit);
    records(path, limit);
    matrices(limit);
    var pak = "officer";
    count("listProposals", the(pak), it -> it.get("/v1/proposals?limit=" + limit));
    count("getProposal", the(pak), it -> it.get(proposal));
    count("getPolicy", the(pak), it -> it.get(POLICY));
    count("listPolicyVersions", the(pak), it -> it.get(POLICY + "/versions"));
    count("getPolicyDraft", the(pak), it -> it.get(POLICY + "/draft"));
    count("rehearsePolicy", the(pak).body(Things.rules()), it -> it.post(POLICY + "/rehearsals"));
    var question = "{\"record\": \"%s\", \"recipient\": \"KAZ\"}".formatted(Things.id(path));
    count("explainDecision", the(pak).body(question), it -> it.post(POLICY + "/explanations"));
    count("listOneOffs", the(pak), it -> it.get(POLICY + "/one-offs"));
    count("listAudit", the("auditor"), it -> it.get("/v1/audit?limit=" + limit));
    return Map.copyOf(counted);
  }

  private void administration(int limit) {
    count("me", the("officer"), it -> it.get("/v1/me"));
    count("listParticipants", the("officer"), it -> it.get("/v1/participants"));
    count("getParticipant", the("officer"), it -> it.get("/v1/participants/KAZ"));
    count("getCalendar", the("officer"), it -> it.get("/v1/participants/KAZ/calendar"));
    count("getDenialTerm", the("officer"), it -> it.get(Things.TERM));
    count("listAccounts", the("state-admin"), it -> it.get("/v1/participants/PAK/accounts"));
    count("listClients", the("state-admin"), it -> it.get("/v1/participants/PAK/clients"));
    count("listCodeLists", the("officer"), it -> it.get("/v1/code-lists"));
    count("getCodeList", the("officer"), it -> it.get("/v1/code-lists/reason-codes"));
    count("listMatrixTemplates", the("officer"), it -> it.get("/v1/1540/templates"));
    count("getMatrixTemplate", the("officer"), it -> it.get("/v1/1540/templates/2017"));
    count(
        "listChanges",
        kaz(),
        it -> it.get("/v1/changes?after=%s&limit=%d".formatted(feedFrom, limit)));
  }

  private void records(String path, int limit) {
    count("listDenials", kaz(), it -> it.get("/v1/denials?destination=TON&limit=" + limit));
    var search = "{\"destination\": [\"TON\"], \"q\": \"darya\", \"limit\": %d}".formatted(limit);
    count("searchDenials", kaz().body(search), it -> it.post("/v1/denials/searches"));
    count("getDenial", kaz(), it -> it.get(path));
    count("listDenialVersions", kaz(), it -> it.get(path + "/versions"));
    count("getDenialVersion", kaz(), it -> it.get(path + "/versions/1"));
    count("listDenialLinks", kaz(), it -> it.get(path + "/links"));
    IntStream.range(0, 3).forEach(i -> Challenges.raised("KAZ", path));
    count("listDenialChallenges", the("officer"), it -> it.get(path + "/challenges"));
    var mine = "/v1/challenges?side=RECEIVED&state=OPEN&dueBefore=2999-01-01&limit=" + limit;
    count("listChallenges", the("officer"), it -> it.get(mine));
    var imports = ImportFiles.IMPORTS + "?limit=" + limit;
    count("listDenialImports", the("officer"), it -> it.get(imports));
    count("getDenialImport", the("officer"), it -> it.get(brought));
    count(
        "getDenialImportReport", the("officer"), it -> it.get(brought + "/report?limit=" + limit));
    documents(limit);
    editions(limit);
    count("listDenialReleases", the("officer"), it -> it.get(path + "/releases"));
  }

  private void documents(int limit) {
    statements.letRun();
    var path = DocumentCalls.submitted(new Calls.Thing("PAK", "own"));
    var file = DocumentCalls.submittedFile(new Calls.Thing("PAK", "own"));
    statements.quieten();
    expert().get("/v1/me").then().statusCode(200);
    count("listDocuments", expert(), it -> it.get(Documents.PATH + "?limit=" + limit));
    var search = "{\"q\": \"resolution\", \"limit\": %d}".formatted(limit);
    count("searchDocuments", expert().body(search), it -> it.post(Documents.PATH + "/searches"));
    count("getDocument", expert(), it -> it.get(path));
    count("getDocumentAttachment", expert().accept("*/*"), it -> it.get(file));
    count("listDocumentVersions", expert(), it -> it.get(path + "/versions"));
    count("getDocumentVersion", expert(), it -> it.get(path + "/versions/1"));
    count("listDocumentLinks", expert(), it -> it.get(path + "/links"));
    count("listDocumentReleases", the("officer"), it -> it.get(path + "/releases"));
  }

  private void editions(int limit) {
    statements.letRun();
    var path = EditionCalls.notified(new Calls.Thing("PAK", "own"));
    var draft = Editions.drafted("PAK", Editions.edition("COSTS", "2018-07-05"));
    var file = Documents.attached("PAK", draft);
    statements.quieten();
    var lists = "/v1/control-lists";
    count("listControlLists", kaz(), it -> it.get(lists + "?limit=" + limit));
    count("getCodeStatus", kaz(), it -> it.get(lists + "/status?code=2B350.a&limit=" + limit));
    var entries = lists + "/entries";
    kaz().get(entries).then().statusCode(200); // who asks first waits until they are indexed
    count("findEntries", kaz(), it -> it.get(entries + "?code=2B350&limit=" + limit));
    var words = "{\"q\": \"vessels\", \"limit\": %d}".formatted(limit);
    count("searchEntries", kaz().body(words), it -> it.post(entries + "/searches"));
    count("listEditions", kaz(), it -> it.get(Editions.PATH + "?limit=" + limit));
    var search = "{\"q\": \"dual\", \"limit\": %d}".formatted(limit);
    count("searchEditions", kaz().body(search), it -> it.post(Editions.PATH + "/searches"));
    count("getEdition", kaz(), it -> it.get(path));
    count("listEditionVersions", kaz(), it -> it.get(path + "/versions"));
    count("getEditionVersion", kaz(), it -> it.get(path + "/versions/1"));
    count("listEditionLinks", kaz(), it -> it.get(path + "/links"));
    count("listEntries", kaz(), it -> it.get(path + "/entries?limit=" + limit));
    count("listEditionChanges", kaz(), it -> it.get(path + "/changes"));
    count("listEditionReleases", the("officer"), it -> it.get(path + "/releases"));
    var touched = path + "/touched-denials?limit=200"; // few of them name natural persons
    count("listTouchedDenials", the("officer"), it -> it.get(touched));
    count("getEditionAttachment", the("officer").accept("*/*"), it -> it.get(file));
  }

  private static RequestSpecification expert() {
    return As.the("UN1540", "expert");
  }

  private void matrices(int limit) {
    var matrix = MatrixThings.released("PAK");
    var rows = "/v1/1540/templates/2017/rows";
    count("listRowOfStates", kaz(), it -> it.get(rows + "/OP2.1?limit=" + Math.min(limit, 50)));
    count("countMatrixRows", As.the("UN1540", "expert"), it -> it.get(rows));
    var draft = MatrixThings.filled("PAK");
    var path = "/v1/1540/matrices";
    count("listMatrices", kaz(), it -> it.get(path + "?limit=" + limit));
    var search = "{\"q\": \"matrix\", \"limit\": %d}".formatted(limit);
    count("searchMatrices", kaz().body(search), it -> it.post(path + "/searches"));
    count("getMatrix", kaz(), it -> it.get(matrix));
    var differences = matrix + "/differences?from=" + Things.id(MatrixThings.released("PAK"));
    count("listMatrixDifferences", kaz(), it -> it.get(differences));
    count("listMatrixVersions", kaz(), it -> it.get(matrix + "/versions"));
    count("getMatrixVersion", kaz(), it -> it.get(matrix + "/versions/1"));
    count("listMatrixLinks", kaz(), it -> it.get(matrix + "/links"));
    count("listMatrixReleases", the("officer"), it -> it.get(matrix + "/releases"));
    count("listMatrixFields", the("officer"), it -> it.get(draft + "/fields"));
    count("getMatrixRow", the("officer"), it -> it.get(draft + "/fields/OP2.1"));
    count("getMatrixProgress", the("officer"), it -> it.get(draft + "/progress"));
  }

  /** Each of these operations, and of what it proposes the approval. */
  Map<String, Integer> ofActs(Collection<String> operations) {
    counted.clear();
    operations.forEach(this::act);
    return Map.copyOf(counted);
  }

  private void act(String operation) {
    var thing = RIGHTS.roles(operation, "own", true).isEmpty() ? "other" : "own";
    var caller = Caller.in(RIGHTS.roles(operation, thing, true).getFirst());
    caller.request().get("/v1/me").then().statusCode(200);
    var owner = caller.owner(thing);
    statements.letRun();
    var call =
        Objects.requireNonNull(Calls.ALL.get(operation)).apply(new Calls.Thing(owner, thing));
    statements.quieten();
    var answer = count(operation, caller.request(), call::as);
    var proposal = Objects.requireNonNullElse(answer.header("Location"), "");
    if (proposal.startsWith("/v1/proposals/") && !UNDECIDED.contains(operation)) {
      count(
          "approve: " + operation,
          As.the(caller.participant(), approver(caller)).header("If-Match", answer.header("ETag")),
          it -> it.post(proposal + "/approve"));
    }
    statements.letRun();
    Things.letEveryoneInAgain();
    statements.quieten();
  }

  private static String approver(Caller caller) {
    return caller.participant().equals("UN1540") ? "committee" : "releaser";
  }

  /** Without what is written once a day for each record and reader, in a batch. */
  private Response count(
      String what, RequestSpecification request, Function<RequestSpecification, Response> send) {
    var watched = statements.watch(() -> send.apply(request));
    watched.result().then().statusCode(org.hamcrest.Matchers.lessThan(300));
    var sent = watched.statements().stream().filter(it -> !it.contains("INTO obtained")).count();
    counted.put(what, (int) sent);
    return watched.result();
  }

  private static RequestSpecification the(String role) {
    return As.the("PAK", role);
  }

  private static RequestSpecification kaz() {
    return As.the("KAZ", "officer");
  }

  private static String revocation() {
    return "{\"reason\": \"Appeal\", \"revokeReason\": \"APPEAL_UPHELD\"}";
  }
}
