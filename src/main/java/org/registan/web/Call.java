package org.registan.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Digest;
import org.registan.kernel.Json;

/** The request at hand, as far as the contract lets it be read. */
@RequestScoped
public class Call {

  private @Nullable Operation operation;
  private MultivaluedMap<String, String> query = new jakarta.ws.rs.core.MultivaluedHashMap<>();
  private @Nullable HttpHeaders headers;
  private String method = "";
  private String path = "";
  private final Bodies bodies;

  Call(Bodies bodies) {
    this.bodies = bodies;
  }

  void begin(
      Operation operation,
      MultivaluedMap<String, String> query,
      HttpHeaders headers,
      String method,
      String path) {
    this.operation = operation;
    this.query = query;
    this.headers = headers;
    this.method = method;
    this.path = path;
  }

  /** The body, once it fits the contract; else a problem that names every fault. */
  public JsonNode body(byte[] bytes) {
    if (operation == null) {
      throw new IllegalStateException("no operation of the contract is being called");
    }
    return operation.read(bodies.parse(bytes));
  }

  /** The values of a member of a search's body, as those of a query parameter. */
  public static List<String> values(JsonNode member) {
    return member.isValueNode()
        ? List.of(member.asText())
        : member.valueStream().map(JsonNode::asText).toList();
  }

  /** The values of a query parameter. */
  public List<String> all(String parameter) {
    return query.getOrDefault(parameter, List.of());
  }

  public Optional<String> one(String parameter) {
    return Optional.ofNullable(query.getFirst(parameter));
  }

  /** Refuses parameters that say nothing in the form of answer that was asked for. */
  public void requireNone(String... parameters) {
    var given =
        Arrays.stream(parameters)
            .filter(query::containsKey)
            .map(it -> Fault.in(it, "is for pages; this answer is whole"))
            .toList();
    if (!given.isEmpty()) {
      throw Problem.invalid(given);
    }
  }

  public int limit() {
    return one("limit").map(Integer::parseInt).orElse(50);
  }

  public Optional<String> header(String name) {
    return headers == null ? Optional.empty() : Optional.ofNullable(headers.getHeaderString(name));
  }

  /** Refuses unless the caller says that it read exactly the state with this entity tag. */
  public void requireMatch(String etag) {
    var said = header(HttpHeaders.IF_MATCH);
    if (said.isEmpty()) {
      throw Problem.of(ProblemType.IF_MATCH_MISSING, null);
    }
    if (!said.get().trim().equals(etag)) {
      throw Problem.of(
          ProblemType.IF_MATCH_FAILED,
          "If-Match does not name its present entity tag; read it, and say exactly that.");
    }
  }

  /** Whether the caller already holds the state with this entity tag. */
  public boolean holds(String etag) {
    return header(HttpHeaders.IF_NONE_MATCH).map(it -> it.contains(etag)).orElse(false);
  }

  /** The creation that this call's Idempotency-Key names, if it has one. */
  public Optional<Creation> creation(String participant, String caller, byte[] body) {
    return creation(participant, caller, Digest.of(body));
  }

  /** The same of a body that was digested as it came in. */
  public Optional<Creation> creation(String participant, String caller, String digest) {
    return header("Idempotency-Key")
        .map(key ->
            new Creation(
                Digest.of(String.join("\n", participant, caller, method, path, key)),
                Digest.of(
                    String.join(
                        "\n",
                        header(HttpHeaders.IF_MATCH).orElse(""),
                        header(HttpHeaders.CONTENT_TYPE).orElse(""),
                        Json.write(new TreeMap<>(query)),
                        digest))));
  }

  /** A creating request: who asked what under which key, and a digest of the body. */
  public record Creation(String scope, String request) {}
}
