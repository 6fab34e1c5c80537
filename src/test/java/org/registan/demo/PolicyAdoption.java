package org.registan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import org.registan.demo.Api.Answer;
import org.registan.demo.Api.Caller;

/** Brings a state's starter policy into force, unless it has a policy already. */
final class PolicyAdoption {

  private static final String POLICY = "/v1/policies/denial";
  private static final String DRAFT = POLICY + "/draft";

  private final Api api;
  private final FourEyes fourEyes;
  private final Caller administrator;

  PolicyAdoption(Api api, String owner) {
    this.api = api;
    this.fourEyes = new FourEyes(api, owner);
    this.administrator = new Caller(owner, "state-admin");
  }

  /** Whether there was something to do. */
  boolean adopt(JsonNode policy) {
    if (hasPolicy()) {
      return false;
    }
    var waiting = fourEyes.desk().getOrDefault("state.adopt-policy", MissingNode.getInstance());
    if (!waiting.isMissingNode()) {
      fourEyes.approveWaiting(waiting);
      return true;
    }
    var draft = write(policy);
    fourEyes.carryOut(
        administrator.role(),
        DRAFT + "/adopt",
        FourEyes.etag("the draft policy", draft),
        DemoFiles.JSON.createObjectNode().put("reason", "Starter policy of the demonstration"));
    return true;
  }

  private boolean hasPolicy() {
    var answer = api.get(administrator, POLICY);
    return answer.status() != 404
        && Api.expect(200, "GET " + POLICY, answer).body().path("version").asInt() > 0;
  }

  private Answer write(JsonNode policy) {
    var earlier = api.get(administrator, DRAFT);
    var headers =
        earlier.status() == 404
            ? Map.<String, String>of()
            : Map.of("If-Match", FourEyes.etag("the draft policy", earlier));
    var written = api.send(administrator, "PUT", DRAFT, headers, policy);
    return written.status() == 200 ? written : writtenBefore(written, policy);
  }

  /** When it is refused, an answer may have been lost that it is written. */
  private Answer writtenBefore(Answer refused, JsonNode policy) {
    var there = api.get(administrator, DRAFT);
    return there.status() == 200 && there.body().equals(policy)
        ? there
        : Api.expect(200, "PUT " + DRAFT, refused);
  }
}
