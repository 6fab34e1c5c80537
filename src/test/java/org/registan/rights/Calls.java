package org.registan.rights;

import static org.registan.denial.Denials.draft;
import static org.registan.rights.Things.etag;
import static org.registan.rights.Things.id;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.registan.As;
import org.registan.denial.Challenges;
import org.registan.denial.ImportFiles;
import org.registan.kernel.Json;

/** How each operation is called on a thing of somebody, which is made first. */
final class Calls {

  /** The call itself, by whomever. */
  interface Call {
    Response as(RequestSpecification caller);
  }

  /** Whose thing is called for, {@code own} or {@code other} to the caller. */
  record Thing(String owner, String whose) {

    /** A draft when it is the caller's; nobody else sees one, so else a released record. */
    String draft() {
      return whose.equals("own") ? Things.draft(owner) : Things.released(owner);
    }

    String released() {
      return Things.released(owner);
    }

    String participant() {
      return "/v1/participants/" + owner;
    }
  }

  static final String REASON = "{\"reason\": \"As agreed\"}";
  private static final String POLICY = "/v1/policies/denial";

  static final Map<String, Function<Thing, Call>> ALL = all();

  private Calls() {}

  private static Map<String, Function<Thing, Call>> all() {
    var all = new TreeMap<String, Function<Thing, Call>>();
    register(all);
    reads(all);
    acts(all);
    challenges(all);
    imports(all);
    DocumentCalls.addTo(all);
    EditionCalls.addTo(all);
    desk(all);
    policy(all);
    releases(all);
    MatrixCalls.addTo(all);
    return all;
  }

  private static void register(Map<String, Function<Thing, Call>> all) {
    all.put("me", it -> as -> as.get("/v1/me"));
    all.put("listParticipants", it -> as -> as.get("/v1/participants"));
    all.put("getParticipant", it -> as -> as.get(it.participant()));
    all.put("putParticipant", it -> as -> as.body(entry(it)).put(it.participant()));
    all.put(
        "putAgency",
        it -> as -> as.body(Things.agency()).put(it.participant() + "/agencies/RIGHTS"));
    all.put(
        "moveNationalAuthority",
        it -> {
          var body = Things.successor(it.owner());
          return as -> as.body(body).post(it.participant() + "/national-authority");
        });
    all.put("getCalendar", it -> get(it.participant() + "/calendar"));
    all.put(
        "putCalendar",
        it -> {
          var path = it.participant() + "/calendar";
          var tag = As.the("OPS", "operator").get(path).header("ETag");
          return as -> as.header("If-Match", tag).body(Things.calendar()).put(path);
        });
    all.put("listAccounts", it -> as -> as.get(it.participant() + "/accounts"));
    all.put("blockAccount", it -> post(it.participant() + "/accounts/" + account(it) + "/block"));
    all.put(
        "unblockAccount", it -> post(it.participant() + "/accounts/" + account(it) + "/unblock"));
    all.put("listClients", it -> as -> as.get(it.participant() + "/clients"));
    all.put("blockClient", it -> post(it.participant() + "/clients/" + machine(it) + "/block"));
    all.put("unblockClient", it -> post(it.participant() + "/clients/" + machine(it) + "/unblock"));
    all.put(
        "registerClient",
        it -> {
          var body = Things.registration(it.owner());
          return as -> as.body(body).post(it.participant() + "/clients");
        });
    all.put(
        "rotateClientKey",
        it -> {
          var path = it.participant() + "/clients/" + machine(it) + "/rotate-key";
          return as -> as.body(Things.rotation()).post(path);
        });
    all.put("listCodeLists", it -> as -> as.get("/v1/code-lists"));
    all.put("getCodeList", it -> as -> as.get("/v1/code-lists/reason-codes"));
    all.put("listAudit", it -> as -> as.get("/v1/audit"));
  }

  private static void reads(Map<String, Function<Thing, Call>> all) {
    all.put(
        "listDenials",
        it -> {
          it.released();
          var owner = it.whose().equals("own") ? "" : "?owner=" + it.owner();
          return as -> as.get("/v1/denials" + owner);
        });
    all.put(
        "searchDenials",
        it -> {
          it.released();
          var owner = it.whose().equals("own") ? "" : "\"owner\": [\"%s\"]".formatted(it.owner());
          return as -> as.body("{" + owner + "}").post("/v1/denials/searches");
        });
    all.put("getDenial", it -> get(it.released()));
    all.put("listDenialVersions", it -> get(it.released() + "/versions"));
    all.put("getDenialVersion", it -> get(it.released() + "/versions/1"));
    all.put("listDenialLinks", it -> get(it.released() + "/links"));
    all.put("listDenialReleases", it -> get(it.released() + "/releases"));
    all.put(
        "listChanges",
        it -> {
          it.released();
          return as -> as.get("/v1/changes");
        });
  }

  private static void acts(Map<String, Function<Thing, Call>> all) {
    all.put("draftDenial", it -> as -> as.body(draft("AFG")).post("/v1/denials"));
    all.put(
        "redraftDenial",
        it -> {
          var path = it.draft();
          var tag = etag(it.owner(), path);
          return as -> as.header("If-Match", tag).body(draft("IRN")).put(path);
        });
    all.put(
        "deleteDenialDraft",
        it -> {
          var path = it.draft();
          var tag = etag(it.owner(), path);
          return as -> as.header("If-Match", tag).delete(path);
        });
    all.put("notifyDenial", it -> act(it, it.draft(), "notify", REASON));
    all.put(
        "amendDenial",
        it ->
            act(
                it,
                it.released(),
                "amend",
                "{\"reason\": \"Typo\", \"content\": %s}".formatted(draft("IRN"))));
    all.put("renewDenial", it -> act(it, it.released(), "renew", REASON));
    all.put("suspendDenial", it -> act(it, it.released(), "suspend", Things.suspension()));
    all.put(
        "assessDenialFinally",
        it -> {
          var path = it.whose().equals("own") ? Things.suspended(it.owner()) : it.released();
          return act(it, path, "final-assessment", Things.assessment());
        });
    all.put("getDenialTerm", it -> get(Things.TERM));
    all.put(
        "putDenialTerm",
        it -> {
          var tag = Things.termTag(it.owner());
          return as -> as.header("If-Match", tag).body(Things.term()).put(Things.TERM);
        });
    all.put(
        "revokeDenial",
        it ->
            act(
                it,
                it.released(),
                "revoke",
                "{\"reason\": \"Appeal\", \"revokeReason\": \"APPEAL_UPHELD\"}"));
    all.put(
        "withdrawDenialInError",
        it ->
            act(
                it,
                it.released(),
                "withdraw-in-error",
                "{\"reason\": \"Wrong file\", \"errorText\": \"Another firm was meant\"}"));
    all.put(
        "erasePersonsOfDenial",
        it -> {
          var path = it.whose().equals("own") ? Things.naming(it.owner()) : it.released();
          return act(it, path, "erase-persons", REASON);
        });
    all.put("holdDenial", it -> act(it, it.released(), "hold", REASON));
    all.put(
        "liftDenialHold",
        it ->
            act(
                it,
                it.whose().equals("own") ? Things.held(it.owner()) : it.released(),
                "lift",
                REASON));
  }

  private static void challenges(Map<String, Function<Thing, Call>> all) {
    all.put("listChallenges", it -> get("/v1/challenges"));
    all.put("listDenialChallenges", it -> get(Things.challenged(it.owner()) + "/challenges"));
    all.put(
        "challengeDenial",
        it -> {
          var path = it.released();
          var tags = As.the(it.owner().equals("KAZ") ? "PAK" : "KAZ", "officer").get(path);
          var tag = it.whose().equals("own") ? etag(it.owner(), path) : tags.header("ETag");
          return as ->
              as.header("If-Match", tag == null ? "\"none\"" : tag)
                  .body(Challenges.wrongFirm())
                  .post(path + "/challenges");
        });
    all.put(
        "answerDenialChallenge",
        it -> {
          var path = Things.challenged(it.owner());
          var challenge = Things.challenge(it.owner(), path);
          var tag = etag(it.owner(), path);
          return as ->
              as.header("If-Match", tag).body(Challenges.reply()).post(challenge + "/answer");
        });
  }

  private static void imports(Map<String, Function<Thing, Call>> all) {
    all.put(
        "importDenials",
        it -> as -> ImportFiles.with(as, "text/csv", Things.file()).post("/v1/denials/imports"));
    all.put(
        "listDenialImports",
        it -> {
          Things.imported(it.owner());
          return get(ImportFiles.IMPORTS);
        });
    all.put("getDenialImport", it -> get(Things.imported(it.owner())));
    all.put("getDenialImportReport", it -> get(Things.imported(it.owner()) + "/report"));
    all.put("notifyDenialImport", it -> act(it, Things.imported(it.owner()), "notify", REASON));
    all.put(
        "discardDenialImport",
        it -> {
          var path = Things.imported(it.owner());
          var tag = etag(it.owner(), path);
          return as -> as.header("If-Match", tag).delete(path);
        });
  }

  private static void desk(Map<String, Function<Thing, Call>> all) {
    all.put(
        "listProposals",
        it -> {
          Things.proposal(it.owner());
          return as -> as.get("/v1/proposals?state=OPEN");
        });
    all.put("getProposal", it -> get(Things.proposal(it.owner()).path()));
    all.put("approveProposal", it -> decide(it, "approve", ""));
    all.put("returnProposal", it -> decide(it, "return", "{\"comment\": \"Which system?\"}"));
    all.put("discardProposal", it -> decide(it, "discard", ""));
  }

  private static void policy(Map<String, Function<Thing, Call>> all) {
    all.put("getPolicy", it -> as -> as.get(POLICY));
    all.put("listPolicyVersions", it -> as -> as.get(POLICY + "/versions"));
    all.put(
        "getPolicyDraft",
        it -> {
          Things.policyDraft(it.owner());
          return as -> as.get(POLICY + "/draft");
        });
    all.put(
        "putPolicyDraft",
        it -> {
          var tag = Things.policyDraft(it.owner());
          return as -> as.header("If-Match", tag).body(Things.rules()).put(POLICY + "/draft");
        });
    all.put(
        "deletePolicyDraft",
        it -> {
          var tag = Things.policyDraft(it.owner());
          return as -> as.header("If-Match", tag).delete(POLICY + "/draft");
        });
    all.put(
        "adoptPolicy",
        it -> {
          var tag = Things.policyDraft(it.owner());
          return as -> as.header("If-Match", tag).body(REASON).post(POLICY + "/draft/adopt");
        });
    all.put(
        "changePolicyGroup",
        it -> as -> as.body(Things.group("UZB")).put(POLICY + "/groups/rights"));
    all.put(
        "narrowPolicyGroup",
        it -> {
          Things.grouped(it.owner());
          return as -> as.body(Things.group("")).post(POLICY + "/groups/rights/narrow");
        });
    all.put(
        "rehearsePolicy", it -> as -> as.body(Things.otherRules()).post(POLICY + "/rehearsals"));
  }

  private static void releases(Map<String, Function<Thing, Call>> all) {
    all.put(
        "explainDecision",
        it -> {
          var question =
              "{\"record\": \"%s\", \"recipient\": \"UZB\"}".formatted(id(it.released()));
          return as -> as.body(question).post(POLICY + "/explanations");
        });
    all.put(
        "listOneOffs",
        it -> {
          Things.granted(it.owner());
          return as -> as.get(POLICY + "/one-offs");
        });
    all.put(
        "releaseOnce",
        it -> {
          var wish = Things.oneOff(it.released());
          return as -> as.body(wish).post(POLICY + "/one-offs");
        });
    all.put("endOneOff", it -> post(Things.granted(it.owner()) + "/end"));
    all.put("stopReleases", it -> as -> as.body(REASON).post(POLICY + "/stop"));
    all.put(
        "restartReleases",
        it -> {
          Things.stop(it.owner());
          return as -> as.body(REASON).post(POLICY + "/restart");
        });
  }

  static Call get(String path) {
    return as -> as.get(path);
  }

  private static Call post(String path) {
    return as -> as.post(path);
  }

  static Call act(Thing thing, String path, String act, String body) {
    var tag = etag(thing.owner(), path);
    return as -> as.header("If-Match", tag).body(body).post(path + "/" + act);
  }

  /** Holds a released record when it is the caller's; its path. */
  static String held(Thing thing, String path) {
    if (thing.whose().equals("own") && Things.isState(thing.owner())) {
      As.the(thing.owner(), "releaser")
          .header("If-Match", etag(thing.owner(), path))
          .body(REASON)
          .post(path + "/hold")
          .then()
          .statusCode(200);
    }
    return path;
  }

  private static Call decide(Thing thing, String decision, String body) {
    var open = Things.proposal(thing.owner());
    return as -> as.header("If-Match", open.etag()).body(body).post(open.path() + "/" + decision);
  }

  private static String account(Thing thing) {
    return Things.account(thing.owner());
  }

  private static String machine(Thing thing) {
    return Things.machine(thing.owner());
  }

  /** The participant's entry as it stands. */
  private static String entry(Thing thing) {
    var known = Json.parse(As.the("OPS", "operator").get(thing.participant()).asString());
    return known instanceof com.fasterxml.jackson.databind.node.ObjectNode entry
        ? Json.write(entry.without("code"))
        : "{}";
  }
}
