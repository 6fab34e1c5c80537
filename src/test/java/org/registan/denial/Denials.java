package org.registan.denial;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.registan.As;

/** Denials as tests make them: drafted by an officer, released by another person. */
public final class Denials {

  private Denials() {}

  /** A denial to {@code destination} whose end-user is there too, with a control code. */
  public static String draft(String destination) {
    return draft(destination, "AMBER", "");
  }

  /** The same with a label and further members, each ending in a comma. */
  public static String draft(String destination, String tlp, String more) {
    return """
    {%3$s "denialKind": "REFUSAL", "authorisationType": "EXPORT_LICENCE",
     "decisionDate": "2026-01-15", "controlBasis": "LISTED",
     "items": [{"codes": [{"list": "EU", "code": "2B350.a"}],
       "description": [{"lang": "en", "text": "Glass-lined reaction vessels"}],
       "form": "GOODS", "hsCode": "841989", "manufacturer": "Zarafshan Apparatus Works"}],
     "destination": "%1$s",
     "parties": [{"roles": ["END_USER"], "kind": "ORGANISATION", "country": "%1$s",
       "names": [{"text": "Darya Pump Works", "type": "PRIMARY", "lang": "en"}],
       "address": {"locality": "Herat"}}],
     "reasonCodes": ["R21", "R34"], "label": {"tlp": "%2$s"},
     "caveats": ["SAMPLE: NOT AN ACT OF ANY STATE"],
     "nationalReference": "N-1", "notes": "Seen before"}
    """
        .formatted(destination, tlp, more);
  }

  /** Drafts it; its path. */
  public static String drafted(String owner, String body) {
    return As.the(owner, "officer")
        .body(body)
        .post("/v1/denials")
        .then()
        .statusCode(201)
        .extract()
        .header("Location");
  }

  /** Drafts and notifies it; its path. */
  public static String notified(String owner, String body) {
    var path = drafted(owner, body);
    carriedOut(owner, path, "notify", "{\"reason\": \"Board decision\"}");
    return path;
  }

  /** Proposes an act on it and has another person approve. */
  public static void carriedOut(String owner, String path, String act, String body) {
    approved(owner, proposed(owner, path, act, body).statusCode(202).extract().response());
  }

  public static ValidatableResponse proposed(String owner, String path, String act, String body) {
    return As.the(owner, "officer")
        .header("If-Match", etag(owner, path))
        .body(body)
        .post(path + "/" + act)
        .then();
  }

  /** Has a releaser approve what was proposed. */
  public static void approved(String owner, Response proposal) {
    As.the(owner, "releaser")
        .header("If-Match", proposal.header("ETag"))
        .post(proposal.header("Location") + "/approve")
        .then()
        .statusCode(200);
  }

  /** What lies under a proposal has changed: that is shown, and it is not approved. */
  public static ValidatableResponse stale(String owner, String proposal) {
    var read = As.the(owner, "releaser").get(proposal);
    read.then().body("effect.stale", equalTo(true));
    As.the(owner, "releaser")
        .header("If-Match", read.header("ETag"))
        .post(proposal + "/approve")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/proposal-stale"));
    return read.then();
  }

  public static String etag(String owner, String path) {
    return As.the(owner, "officer").get(path).then().statusCode(200).extract().header("ETag");
  }

  /** The owner's policy becomes this list of rules. */
  public static void policy(String owner, String... rules) {
    approved(owner, policyProposed(owner, rules));
  }

  /** The owner's policy becomes this. */
  public static void adopted(String owner, String policy) {
    adopted(owner, "denial", policy);
  }

  /** The same for another kind of record. */
  public static void adopted(String owner, String recordType, String policy) {
    approved(owner, adoptionProposed(owner, recordType, policy));
  }

  /** Drafts it and proposes to adopt the draft. */
  public static Response policyProposed(String owner, String... rules) {
    return adoptionProposed(
        owner, "denial", "{\"rules\": [%s]}".formatted(String.join(",", List.of(rules))));
  }

  private static Response adoptionProposed(String owner, String recordType, String policy) {
    var path = "/v1/policies/" + recordType + "/draft";
    var before = As.the(owner, "state-admin").get(path);
    var request = As.the(owner, "state-admin");
    if (before.statusCode() == 200) {
      request.header("If-Match", before.header("ETag"));
    }
    var draft = request.body(policy).put(path).then().statusCode(200).extract();
    return As.the(owner, "state-admin")
        .header("If-Match", draft.header("ETag"))
        .body("{\"reason\": \"As agreed\"}")
        .post(path + "/adopt")
        .then()
        .statusCode(202)
        .extract()
        .response();
  }

  /** A rule that permits a level to one participant. */
  public static String permit(String level, String to) {
    return "{\"effect\": \"PERMIT\", \"level\": \"%s\", \"to\": {\"participants\": [\"%s\"]}}"
        .formatted(level, to);
  }
}
