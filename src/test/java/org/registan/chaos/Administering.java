package org.registan.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.registan.chaos.Wire.Request;
import org.registan.kernel.Json;

/** A state keeps its term and calendar, its accounts and its machine clients. */
final class Administering extends Doings {
  private static final String TERM = "/v1/denials/term";

  /** Keys as they are registered; nobody has them. */
  private static final String KEY = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

  private static final String LATER_KEY = "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs";

  private final String participant;
  private final Map<String, ObjectNode> kept = new HashMap<>();

  Administering(Doings same) {
    super(same);
    this.participant = "/v1/participants/" + state;
  }

  void act() {
    switch (chance.nextInt(4)) {
      case 0 -> keep("term", TERM, term());
      case 1 -> keep("calendar", participant + "/calendar", calendar());
      case 2 -> block();
      default -> register();
    }
    findings.count("administrations");
  }

  private ObjectNode term() {
    return Json.object()
        .put("months", 24 + chance.nextInt(24))
        .put("atTerm", chance.nextBoolean() ? "LAPSE" : "REVIEW_DUE")
        .put("retentionYears", 10 + chance.nextInt(10));
  }

  private ObjectNode calendar() {
    var calendar = Json.object();
    calendar.putArray("weekend").add("SATURDAY").add("SUNDAY");
    var day = "2027-03-%d".formatted(10 + chance.nextInt(20));
    calendar.putArray("holidays").addObject().put("date", day).put("name", "Spring");
    calendar.putArray("workingDays");
    return calendar;
  }

  /** Replaces what is there, which must be what was last acknowledged. */
  private void keep(String what, String path, ObjectNode wish) {
    var before = wire.get(as("state-admin"), path);
    if (kept.containsKey(what)) {
      findings.same(kept.get(what), among(before.json(), kept.get(what)), "%s of %s", what, state);
    }
    var match = Map.of("If-Match", before.etag());
    var answer = wire.send(as("state-admin"), new Request("PUT", path, match, wish.toString()));
    if (answer.status() != 200 && answer.status() != 412) {
      findings.violation("%s %s: %s", state, path, answer);
    }
    var now = wire.get(as("state-admin"), path).json();
    findings.same(wish, among(now, wish), "%s of %s after its change", what, state);
    kept.put(what, wish);
    done("change the " + what);
  }

  private static ObjectNode among(com.fasterxml.jackson.databind.JsonNode all, ObjectNode some) {
    var found = Json.object();
    some.fieldNames().forEachRemaining(it -> found.set(it, all.path(it)));
    return found;
  }

  /** Whoever is blocked is out until the block is taken back. */
  private void block() {
    var account =
        participant
            + "/accounts/"
            + wire.get(as("auditor"), "/v1/me").json().path("account").asText();
    set(account + "/block", 401);
    set(account + "/unblock", 200);
    done("block an account");
  }

  private void set(String path, int then) {
    var answer = wire.send(as("state-admin"), new Request("POST", path, Map.of(), ""));
    findings.same(200, answer.status(), "%s %s", state, path);
    findings.same(then, wire.get(as("auditor"), "/v1/me").status(), "%s after %s", state, path);
  }

  /** Two people register a machine, and then another key of it. */
  private void register() {
    var agency = wire.get(as("state-admin"), "/v1/me").json().path("agency").asText();
    var name = "chaos-" + new UUID(chance.nextLong(), chance.nextLong());
    var clients = participant + "/clients";
    decide(
        name,
        clients,
        Json.object()
            .put("clientId", name)
            .put("agency", agency)
            .put("role", "machine-read")
            .put("keyThumbprint", KEY));
    decide(
        name, clients + "/" + name + "/rotate-key", Json.object().put("keyThumbprint", LATER_KEY));
    done("register a machine");
  }

  private void decide(String name, String path, ObjectNode wish) {
    var proposal =
        approvals.propose(
            "state-admin", path, Map.of(), wish.put("reason", "Its own system").toString());
    findings.same(true, approvals.approve(proposal), "%s %s approved", state, path);
    var key = "";
    for (var client : wire.get(as("state-admin"), participant + "/clients").json().path("items")) {
      if (client.path("clientId").asText().equals(name)) {
        key = client.path("keyThumbprint").asText();
      }
    }
    findings.same(wish.path("keyThumbprint").asText(), key, "key of %s", name);
  }
}
