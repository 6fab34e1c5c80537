package org.registan.rights;

import static org.registan.denial.Denials.permit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.registan.As;
import org.registan.controllist.Editions;
import org.registan.denial.Challenges;
import org.registan.denial.Denials;
import org.registan.denial.ImportFiles;
import org.registan.denial.Persons;
import org.registan.implementation.Documents;
import org.registan.kernel.Json;

/** Things of Pakistan, Kazakhstan and UN1540 as the table of rights needs them, made on demand. */
final class Things {

  private static final String REASON = "{\"reason\": \"As agreed\"}";
  private static final String SHARED_RULES =
      permit("DETAIL", "PAK") + "," + permit("DETAIL", "KAZ") + "," + permit("CORE", "UN1540");

  /** Somebody of each participant whom no test needs otherwise. */
  private static final Map<String, String> SPARE =
      Map.of("PAK", "hina.baloch", "KAZ", "saule.kenzhe", "UN1540", "elena.marchetti");

  private static final Map<String, String> MACHINE =
      Map.of("PAK", "pak-licensing", "KAZ", "kaz-licensing", "UN1540", "un1540-system");

  private static final Map<String, String> LINKED = new HashMap<>();
  private static final Map<String, String> ACCOUNTS = new HashMap<>();

  private Things() {}

  /** Pakistan and Kazakhstan share with each other and with UN1540. */
  static void share() {
    for (var state : List.of("PAK", "KAZ")) {
      Denials.policy(state, SHARED_RULES);
      Documents.policy(state, permit("DETAIL", "PAK"), permit("DETAIL", "KAZ"));
    }
    MatrixThings.share();
    shareLists();
  }

  /** The organisation by its name, too. */
  static void shareLists() {
    for (var state : List.of("PAK", "KAZ")) {
      Editions.policy(
          state, permit("DETAIL", "PAK"), permit("DETAIL", "KAZ"), permit("DETAIL", "UN1540"));
    }
  }

  static boolean isState(String owner) {
    return owner.equals("PAK") || owner.equals("KAZ");
  }

  static String nothing() {
    return "/v1/denials/" + UUID.randomUUID();
  }

  static String draft(String owner) {
    return isState(owner) ? Denials.drafted(owner, Denials.draft("AFG")) : nothing();
  }

  /** A released record that leads to another; organisations get nothing labelled above GREEN. */
  static String released(String owner) {
    if (!isState(owner)) {
      return nothing();
    }
    var target =
        LINKED.computeIfAbsent(
            owner, it -> Denials.notified(it, Denials.draft("AFG", "GREEN", "")));
    String reference = As.the(owner, "officer").get(target).path("reference");
    var link =
        "\"relatedDenials\": [{\"relation\": \"SAME_NETWORK\", \"reference\": \"%s\"}],"
            .formatted(reference);
    return Denials.notified(owner, Denials.draft("AFG", "GREEN", link));
  }

  /** A released record that names a natural person. */
  static String naming(String owner) {
    return isState(owner) ? Denials.notified(owner, Persons.denied("AFG")) : nothing();
  }

  /** A released record that each other state it is shared with holds something against. */
  static String challenged(String owner) {
    var path = released(owner);
    if (isState(owner)) {
      Challenges.raised(owner.equals("PAK") ? "KAZ" : "PAK", path);
    }
    return path;
  }

  static String challenge(String owner, String path) {
    String id =
        isState(owner)
            ? Challenges.seen(owner, path).extract().path("items[0].id")
            : UUID.randomUUID().toString();
    return path + "/challenges/" + id;
  }

  /** A file of one denial that was never there before. */
  static String file() {
    return ImportFiles.table("AFG", List.of("N-" + UUID.randomUUID()));
  }

  /** An import whose draft was made. */
  static String imported(String owner) {
    return isState(owner)
        ? ImportFiles.drafted(owner, "text/csv", file())
        : "/v1/denials/imports/" + UUID.randomUUID();
  }

  static String held(String owner) {
    var path = released(owner);
    if (isState(owner)) {
      As.the(owner, "releaser")
          .header("If-Match", etag(owner, path))
          .body(REASON)
          .post(path + "/hold")
          .then()
          .statusCode(200);
    }
    return path;
  }

  static final String TERM = "/v1/denials/term";

  static String term() {
    return "{\"months\": 36, \"atTerm\": \"LAPSE\"}";
  }

  static String termTag(String owner) {
    return isState(owner) ? As.the(owner, "officer").get(TERM).header("ETag") : "\"none\"";
  }

  static String calendar() {
    return "{\"weekend\": [\"SUNDAY\"], \"holidays\": [], \"workingDays\": []}";
  }

  static String suspension() {
    return "{\"reason\": \"Court order\", \"suspendText\": \"Stayed by a court\"}";
  }

  static String assessment() {
    return "{\"reason\": \"Decided\", \"outcome\": \"CONFIRMED\"}";
  }

  static String suspended(String owner) {
    var path = released(owner);
    if (isState(owner)) {
      Denials.carriedOut(owner, path, "suspend", suspension());
    }
    return path;
  }

  static String etag(String owner, String path) {
    return isState(owner) ? Denials.etag(owner, path) : "\"none\"";
  }

  /** An open proposal to register a machine client. */
  static Open proposal(String owner) {
    if (owner.equals("OPS")) {
      return new Open("/v1/proposals/" + UUID.randomUUID(), "\"none\"");
    }
    var answer =
        As.the(owner, isState(owner) ? "state-admin" : "secretariat")
            .body(registration(owner))
            .post("/v1/participants/" + owner + "/clients")
            .then()
            .statusCode(202)
            .extract();
    return new Open(answer.header("Location"), answer.header("ETag"));
  }

  record Open(String path, String etag) {}

  static String registration(String owner) {
    var agency =
        Json.parse(As.the("OPS", "operator").get("/v1/participants/" + owner).asString())
            .at("/agencies/0/id")
            .asText();
    return """
    {"clientId": "rights-%s", "agency": "%s", "role": "machine-read", "reason": "Its own system",
     "keyThumbprint": "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"}
    """
        .formatted(UUID.randomUUID(), agency);
  }

  static String agency() {
    return "{\"names\": [{\"lang\": \"en\", \"text\": \"Office of rights\"}]}";
  }

  /** The wish that an agency which does not decide for the state do so. */
  static String successor(String owner) {
    String agency =
        As.the("OPS", "operator")
            .get("/v1/participants/" + owner)
            .path("agencies.find { !it.nationalAuthority }?.id");
    return "{\"agency\": \"%s\", \"reason\": \"As agreed\"}".formatted(agency);
  }

  static String rotation() {
    return "{\"keyThumbprint\": \"NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs\", \"reason\":"
        + " \"Yearly\"}";
  }

  static String account(String owner) {
    return ACCOUNTS.computeIfAbsent(
        owner,
        it ->
            SPARE.containsKey(it)
                ? As.person(it, SPARE.get(it)).get("/v1/me").path("account")
                : "nobody");
  }

  static String machine(String owner) {
    return MACHINE.getOrDefault(owner, "nothing");
  }

  static String rules() {
    return "{\"rules\": [%s]}".formatted(SHARED_RULES);
  }

  /** Rules that would change whom what is released to. */
  static String otherRules() {
    return "{\"rules\": [%s]}".formatted(permit("CORE", "UZB"));
  }

  /** Writes the state's draft policy afresh; its entity tag. */
  static String policyDraft(String owner) {
    if (!isState(owner)) {
      return "\"none\"";
    }
    var path = "/v1/policies/denial/draft";
    var before = As.the(owner, "state-admin").get(path);
    var request = As.the(owner, "state-admin");
    if (before.statusCode() == 200) {
      request.header("If-Match", before.header("ETag"));
    }
    return request.body(rules()).put(path).then().statusCode(200).extract().header("ETag");
  }

  /** Who is to be in a group: one participant, or nobody. */
  static String group(String member) {
    var members = member.isEmpty() ? "" : "\"" + member + "\"";
    return "{\"members\": [%s], \"reason\": \"As agreed\"}".formatted(members);
  }

  /** The state's policy in force has a group that somebody is in. */
  static void grouped(String owner) {
    if (isState(owner)) {
      Denials.approved(
          owner,
          As.the(owner, "officer").body(group("UZB")).put("/v1/policies/denial/groups/rights"));
    }
  }

  static String oneOff(String record) {
    return """
    {"record": "%s", "recipient": "UZB", "level": "CORE", "until": "2999-01-01T00:00:00Z",
     "reason": "Agreed at the meeting"}
    """
        .formatted(id(record));
  }

  /** A one-off release in force; its path. */
  static String granted(String owner) {
    if (!isState(owner)) {
      return "/v1/policies/denial/one-offs/" + UUID.randomUUID();
    }
    var record = released(owner);
    var proposal =
        As.the(owner, "officer")
            .body(oneOff(record))
            .post("/v1/policies/denial/one-offs")
            .then()
            .statusCode(202)
            .extract()
            .response();
    Denials.approved(owner, proposal);
    String grant =
        As.the(owner, "officer")
            .get("/v1/policies/denial/one-offs")
            .path("items.find { it.record == '%s' }.id".formatted(id(record)));
    return "/v1/policies/denial/one-offs/" + grant;
  }

  static void stop(String owner) {
    if (isState(owner)) {
      As.the(owner, "releaser")
          .body(REASON)
          .post("/v1/policies/denial/stop")
          .then()
          .statusCode(200);
    }
  }

  /** Undoes what shuts out people, machines or whole states. */
  static void letEveryoneInAgain() {
    for (var owner : List.of("PAK", "KAZ")) {
      var inForce = As.the(owner, "officer").get("/v1/policies/denial");
      if (inForce.<Boolean>path("stopped")) {
        var proposal = As.the(owner, "officer").body(REASON).post("/v1/policies/denial/restart");
        Denials.approved(owner, proposal);
      }
    }
    ACCOUNTS.forEach((owner, account) -> unblock(owner, "accounts/" + account));
    MACHINE.forEach((owner, client) -> unblock(owner, "clients/" + client));
  }

  private static void unblock(String owner, String what) {
    if (!owner.equals("OPS")) {
      As.the(owner, isState(owner) ? "state-admin" : "secretariat")
          .post("/v1/participants/" + owner + "/" + what + "/unblock")
          .then()
          .statusCode(200);
    }
  }

  static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
