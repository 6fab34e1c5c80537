package org.registan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import org.registan.demo.Api.Answer;
import org.registan.demo.Api.Caller;

/** Brings a state's starter policy into force, unless it has a policy already. */
final class PolicyAdoption {

  private final Api api;
  private final FourEyes fourEyes;
  private final Caller administrator;
  private final String policy;
  private final String draft;

  /** For one kind of record. */
  PolicyAdoption(Api api, String owner, String recordType) {
    this.api = api;
    this.policy = "/v1/policies/" + recordType;
    this.draft = policy + "/draft";
    this.fourEyes = new FourEyes(api, owner);
    this.administrator = new Caller(owner, "state-admin");
  }

  /** Whether there was something to do. */
  boolean adopt(JsonNode rules) {
    if (hasPolicy()) {
      return false;
    }
    var waiting = fourEyes.desk().getOrDefault("state.adopt-policy", MissingNode.getInstance());
    if (!waiting.isMissingNode()) {
      fourEyes.approveWaiting(waiting);
      return true;
    }
    var written = write(rules);
    fourEyes.carryOut(
        administrator.role(),
        draft + "/adopt",
        FourEyes.etag("the draft policy", written),
        DemoFiles.JSON.createObjectNode().put("reason", "Starter policy of the demonstration"));
    return true;
  }

  private boolean hasPolicy() {
    var answer = api.get(administrator, policy);
    return answer.status() != 404
        && Api.expect(200, "GET " + policy, answer).body().path("version").asInt() > 0;
  }

  private Answer write(JsonNode rules) {
    var earlier = api.get(administrator, draft);
    var headers =
        earlier.status() == 404
            ? Map.<String, String>of()
            : Map.of("If-Match", FourEyes.etag("the draft policy", earlier));
    var written = api.send(administrator, "PUT", draft, headers, rules);
    return written.status() == 200 ? written : writtenBefore(written, rules);
  }

  /** When it is refused, an answer may have been lost that it is written. */
  private Answer writtenBefore(Answer refused, JsonNode rules) {
    var there = api.get(administrator, draft);
    return there.status() == 200 && there.body().equals(rules)
        ? there
        : Api.expect(200, "PUT " + draft, refused);
  }
}
