package org.registan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.registan.As;
import org.registan.Lists;
import org.registan.OtherNode;
import org.registan.TestClock;
import org.registan.denial.Challenges;
import org.registan.denial.ImportFiles;
import org.registan.denial.Life;
import org.registan.exchange.RetentionNow;

/** Does to the running platform what a play does to its model, each act by the people it takes. */
final class Performer {

  private static final Duration OVER_A_TERM = Duration.ofDays(1130);
  private static final Duration OVER_RETENTION = Duration.ofDays(11 * 366);

  private final Map<String, String> ids = new HashMap<>();
  private final TestClock clock;
  private final OtherNode nodes;
  private final RetentionNow retention;

  Performer(TestClock clock, OtherNode nodes, RetentionNow retention) {
    this.clock = clock;
    this.nodes = nodes;
    this.retention = retention;
  }

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
      case Act.Import it -> ids.put(it.record(), imported(it.owner(), it.content()));
      case Act.Notify it -> propose(world, it.record(), "notify", reason());
      case Act.Amend it -> {
        var body = Json.empty().put("reason", "Corrected");
        var owner = As.the(world.notice(it.record()).owner(), "officer");
        var view = Json.parse(owner.get(path(it.record())).asString());
        body.set("content", Erased.withDays(it.content(), view));
        propose(world, it.record(), "amend", body);
      }
      case Act.Renew it ->
          propose(world, it.record(), "renew", said(reason(), "renewText", it.text()));
      case Act.Suspend it ->
          propose(world, it.record(), "suspend", said(reason(), "suspendText", it.text()));
      case Act.Assess it ->
          propose(
              world,
              it.record(),
              "final-assessment",
              said(reason().put("outcome", it.outcome()), "assessmentText", it.text()));
      case Act.Lapse it -> lapse(world, it.record());
      case Act.Revoke it -> {
        var body = Json.empty().put("reason", "Decided").put("revokeReason", it.reason());
        propose(world, it.record(), "revoke", said(body, "revokeText", it.text()));
      }
      case Act.WithdrawInError it ->
          propose(
              world,
              it.record(),
              "withdraw-in-error",
              Json.empty().put("reason", "Mistake").put("errorText", it.text()));
      case Act.Erase it -> propose(world, it.record(), "erase-persons", reason());
      case Act.Retire it -> retire(world.notice(it.record()).owner(), id(it.record()));
      case Act.Hold it -> {
        var owner = world.notice(it.record()).owner();
        matching(As.the(owner, "releaser"), owner, it.record())
            .body(reason().toString())
            .post(path(it.record()) + "/hold")
            .then()
            .statusCode(200);
      }
      case Act.Lift it -> propose(world, it.record(), "lift", reason());
      case Act.Challenge it ->
          Challenges.answered(
              world.notice(it.record()).owner(),
              path(it.record()),
              Challenges.raised(it.challenger(), path(it.record())));
      case Act.Release it -> release(world, it.oneOff());
      case Act.EndOneOff it -> end(world, it.oneOff());
      case Act.Adopt it -> adopt(it.owner(), it.policy());
      case Act.Regroup it -> regroup(it);
      case Act.Term it ->
          Life.term(it.owner(), 36, it.review() ? "REVIEW_DUE" : "LAPSE").statusCode(200);
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

  private static ObjectNode said(ObjectNode body, String member, String text) {
    return text.isEmpty() ? body : body.put(member, text);
  }

  /** Notifies it as it would have been more than a term ago, and waits until it has lapsed. */
  private void lapse(World world, String record) {
    clock.advance(OVER_A_TERM.negated());
    try {
      propose(world, record, "notify", reason());
    } finally {
      clock.reset();
    }
    var owner = As.the(world.notice(record).owner(), "officer");
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!owner.get(path(record)).path("status").equals("LAPSED")) {
      assertThat(System.nanoTime()).as("never lapses").isLessThan(end);
      LockSupport.parkNanos(20_000_000L);
    }
  }

  /** Lets more years go by than its state keeps persons' data, for that look alone. */
  private void retire(String owner, String id) {
    nodes.pause();
    clock.advance(OVER_RETENTION);
    try {
      retention.look();
    } finally {
      clock.reset();
      nodes.resume();
    }
    var proposals =
        Lists.items(() -> As.the(owner, "releaser"), "/v1/proposals?state=OPEN&limit=200").stream()
            .filter(it -> it.path("record").asText().equals(id))
            .toList();
    assertThat(proposals).as("proposed for %s", id).hasSize(1);
    var path = "/v1/proposals/" + proposals.getFirst().path("id").asText();
    As.the(owner, "releaser")
        .header("If-Match", As.the(owner, "releaser").get(path).header("ETag"))
        .post(path + "/approve")
        .then()
        .statusCode(200);
  }

  /** The operator enters a participant as it stands in the model. */
  static void enter(Member member) {
    var known = As.the("OPS", "operator").get("/v1/participants/" + member.code());
    var entry =
        known.statusCode() == 200 ? Json.parse(known.asString()).deepCopy() : newcomer(member);
    if (entry instanceof ObjectNode object) {
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

  private static String imported(String owner, JsonNode content) {
    var path = ImportFiles.drafted(owner, ImportFiles.LINES, content.toString());
    var lines = ImportFiles.report(owner, path);
    assertThat(lines).as("%s", content).hasSize(1);
    assertThat(lines.getFirst().path("outcome").asText()).as("%s", lines).isEqualTo("DRAFTED");
    return lines.getFirst().path("record").asText();
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

  private static ObjectNode reason() {
    return Json.empty().put("reason", "Because");
  }
}
