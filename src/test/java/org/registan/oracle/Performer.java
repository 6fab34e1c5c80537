package org.registan.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.registan.As;

/** Does to the running platform what a play does to its model, each act by the people it takes. */
final class Performer {

  private final Map<String, String> ids = new HashMap<>();

  /** The id that the platform gave to a notice. */
  String id(String record) {
    var id = ids.get(record);
    if (id == null) {
      throw new IllegalStateException("never drafted: " + record);
    }
    return id;
  }

  void perform(World world, Act act) {
    switch (act) {
      case Act.Draft it -> ids.put(it.record(), draft(it.owner(), it.content()));
      case Act.Notify it -> propose(world, it.record(), "notify", reason());
      case Act.Amend it -> {
        var body = Json.empty().put("reason", "Corrected");
        body.set("content", it.content());
        propose(world, it.record(), "amend", body);
      }
      case Act.Revoke it -> {
        var body = Json.empty().put("reason", "Decided").put("revokeReason", it.reason());
        propose(
            world,
            it.record(),
            "revoke",
            it.text().isEmpty() ? body : body.put("revokeText", it.text()));
      }
      case Act.WithdrawInError it ->
          propose(
              world,
              it.record(),
              "withdraw-in-error",
              Json.empty().put("reason", "Mistake").put("errorText", it.text()));
      case Act.Hold it -> {
        var owner = world.notice(it.record()).owner();
        matching(As.the(owner, "releaser"), owner, it.record())
            .body(reason().toString())
            .post(path(it.record()) + "/hold")
            .then()
            .statusCode(200);
      }
      case Act.Lift it -> propose(world, it.record(), "lift", reason());
      case Act.Release it -> release(world, it.oneOff());
      case Act.EndOneOff it -> end(world, it.oneOff());
      case Act.Adopt it -> adopt(it.owner(), it.policy());
      case Act.Regroup it -> regroup(it);
      case Act.Stop it ->
          As.the(it.owner(), "releaser")
              .body(reason().toString())
              .post("/v1/policies/denial/stop")
              .then()
              .statusCode(200);
      case Act.Restart it ->
          approve(
              it.owner(),
              As.the(it.owner(), "officer")
                  .body(reason().toString())
                  .post("/v1/policies/denial/restart"));
      case Act.Enter it -> enter(it.member());
    }
  }

  /** One person does what only narrows; the rest takes two. */
  private static void regroup(Act.Regroup act) {
    var path = "/v1/policies/denial/groups/" + act.group();
    var body = reason();
    act.members().forEach(body.putArray("members")::add);
    var alone = As.the(act.owner(), "state-admin").body(body.toString()).post(path + "/narrow");
    if (alone.statusCode() != 200) {
      approve(act.owner(), As.the(act.owner(), "officer").body(body.toString()).put(path));
    }
  }

  /** The operator enters a participant as it stands in the model. */
  static void enter(Member member) {
    var known = As.the("OPS", "operator").get("/v1/participants/" + member.code());
    var entry =
        known.statusCode() == 200 ? Json.parse(known.asString()).deepCopy() : newcomer(member);
    if (entry instanceof com.fasterxml.jackson.databind.node.ObjectNode object) {
      object.remove("code");
      var regimes = object.putArray("regimes");
      for (var regime : member.adherences()) {
        var standing = member.regimes().contains(regime) ? "PARTICIPANT" : "ADHERENT";
        regimes.addObject().put("regime", regime).put("standing", standing);
      }
    }
    As.the("OPS", "operator")
        .body(entry.toString())
        .put("/v1/participants/" + member.code())
        .then()
        .statusCode(200);
  }

  private static JsonNode newcomer(Member member) {
    var entry =
        Json.empty()
            .put("kind", "STATE")
            .put("timeZone", "UTC")
            .put("provider", member.code().toLowerCase(java.util.Locale.ROOT));
    entry.putArray("names").addObject().put("lang", "en").put("text", member.code());
    var agency =
        entry.putArray("agencies").addObject().put("id", "MFA").put("nationalAuthority", true);
    agency.putArray("names").addObject().put("lang", "en").put("text", "Foreign ministry");
    return entry;
  }

  private static String draft(String owner, JsonNode content) {
    return As.the(owner, "officer")
        .body(content.toString())
        .post("/v1/denials")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void propose(World world, String record, String act, JsonNode body) {
    var owner = world.notice(record).owner();
    approve(
        owner,
        matching(As.the(owner, "officer"), owner, record)
            .body(body.toString())
            .post(path(record) + "/" + act));
  }

  private void release(World world, OneOff oneOff) {
    var owner = world.notice(oneOff.record()).owner();
    var wish =
        Json.empty()
            .put("record", id(oneOff.record()))
            .put("recipient", oneOff.recipient())
            .put("level", oneOff.level().name())
            .put("until", oneOff.until().toString())
            .put("reason", "Agreed");
    approve(
        owner, As.the(owner, "officer").body(wish.toString()).post("/v1/policies/denial/one-offs"));
  }

  private void end(World world, OneOff oneOff) {
    var owner = world.notice(oneOff.record()).owner();
    var open = Json.parse(As.the(owner, "releaser").get("/v1/policies/denial/one-offs").asString());
    for (var each : open.path("items")) {
      if (each.path("record").asText().equals(id(oneOff.record()))
          && each.path("recipient").asText().equals(oneOff.recipient())
          && each.path("level").asText().equals(oneOff.level().name())
          && Instant.parse(each.path("until").asText()).equals(oneOff.until())) {
        As.the(owner, "releaser")
            .post("/v1/policies/denial/one-offs/" + each.path("id").asText() + "/end")
            .then()
            .statusCode(200);
        return;
      }
    }
    throw new AssertionError("no such one-off: " + oneOff);
  }

  private static void adopt(String owner, JsonNode policy) {
    var path = "/v1/policies/denial/draft";
    var before = As.the(owner, "state-admin").get(path);
    var request = As.the(owner, "state-admin");
    if (before.statusCode() == 200) {
      request.header("If-Match", before.header("ETag"));
    }
    var draft = request.body(policy.toString()).put(path).then().statusCode(200).extract();
    approve(
        owner,
        As.the(owner, "state-admin")
            .header("If-Match", draft.header("ETag"))
            .body(reason().toString())
            .post(path + "/adopt"));
  }

  private static void approve(String owner, Response proposal) {
    proposal.then().statusCode(202);
    As.the(owner, "releaser")
        .header("If-Match", proposal.header("ETag"))
        .post(proposal.header("Location") + "/approve")
        .then()
        .statusCode(200);
  }

  private RequestSpecification matching(RequestSpecification request, String owner, String record) {
    var etag = As.the(owner, "officer").get(path(record)).then().extract().header("ETag");
    return request.header("If-Match", etag);
  }

  private String path(String record) {
    return "/v1/denials/" + id(record);
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode reason() {
    return Json.empty().put("reason", "Because");
  }
}
