package org.registan.malformed;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.registan.kernel.Json;
import org.registan.malformed.Line.Answer;

/** What is wrong with an answer to a request that should not have been sent, if anything. */
final class Verdict {

  private static final Pattern INSIDES =
      Pattern.compile(
          "(Exception|Error\\b|\\bat [a-z]+\\.|org\\.registan|java\\.|io\\.(quarkus|vertx|netty)|"
              + "com\\.|jakarta|[Mm]aria|SELECT|INSERT|SQL)");
  private static final List<String> HEADERS =
      List.of(
          "x-content-type-options",
          "referrer-policy",
          "x-frame-options",
          "cross-origin-resource-policy",
          "cross-origin-opener-policy",
          "content-security-policy",
          "x-request-id");

  private static final OpenApiInteractionValidator CONTRACT =
      OpenApiInteractionValidator.createForSpecificationUrl("META-INF/registan.yaml").build();

  private final JsonSchema problem;

  Verdict(JsonNode contract) {
    var schema = (ObjectNode) contract.at("/components/schemas/Problem").deepCopy();
    schema.set("components", contract.path("components"));
    this.problem =
        JsonSchemaFactory.getInstance(
                VersionFlag.V4,
                builder ->
                    builder
                        .metaSchema(OpenApi30.getInstance())
                        .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()))
            .getSchema(schema);
  }

  Optional<String> on(Request request, Answer answer) {
    if (answer.status() >= 500) {
      return Optional.of("a fault of the server");
    }
    if (answer.body().contains(Spoiler.CANARY)) {
      return Optional.of("says what it was told");
    }
    if (answer.status() >= 400 && INSIDES.matcher(answer.headers() + answer.body()).find()) {
      return Optional.of("shows its insides");
    }
    var missing = HEADERS.stream().filter(it -> answer.header(it).isEmpty()).toList();
    if (!missing.isEmpty() || !answer.header("cache-control").equals("no-store")) {
      return Optional.of("lacks headers: " + missing + answer.header("cache-control"));
    }
    return answer.status() >= 400 ? onProblem(answer) : onSuccess(request, answer);
  }

  private Optional<String> onProblem(Answer answer) {
    if (!answer.header("content-type").startsWith("application/problem+json")) {
      return Optional.of("is no problem document");
    }
    try {
      var body = Json.MAPPER.readTree(answer.body());
      var faults = problem.validate(body);
      if (!faults.isEmpty()) {
        return Optional.of("is no problem of the contract: " + faults);
      }
      return body.path("status").intValue() == answer.status()
              && body.path("type").asText().matches("/problems/[a-z-]+")
          ? Optional.empty()
          : Optional.of("has no type of its own");
    } catch (IOException e) {
      return Optional.of("is no JSON");
    }
  }

  private static Optional<String> onSuccess(Request request, Answer answer) {
    var path =
        URI.create(request.target()).normalize().getPath().replaceAll("/?(;[^/]*)?$|;[^/]*", "");
    var said = SimpleResponse.Builder.status(answer.status()).withBody(answer.body());
    answer.headers().forEach((name, value) -> said.withHeader(name, value));
    var report = CONTRACT.validateResponse(path, Method.valueOf(request.method()), said.build());
    return report.hasErrors()
        ? Optional.of("departs from the contract: " + report.getMessages())
        : Optional.empty();
  }
}
