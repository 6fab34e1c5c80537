package org.registan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.registan.Promises.Body;
import org.registan.Promises.Promise;
import org.registan.kernel.Json;
import org.registan.record.References;

/** The contract in openapi/ promises what the resources do, with an example of everything. */
class ContractTest {

  private static final Promises CONTRACT = Promises.of("META-INF/registan.yaml");
  private static final Pattern REFERENCE = Pattern.compile("[A-Z]{3}-[0-9]{4}-[0-9A-Z]+");

  @Test
  void contractAndResourcesOfferTheSameOperations() {
    var promised =
        CONTRACT.all().stream()
            .map(Promise::operation)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(promised).hasSizeGreaterThan(40).isEqualTo(implemented());
  }

  private static Set<String> implemented() {
    return new ClassFileImporter()
        .withImportOption(new DoNotIncludeTests()).importPackages("org.registan").stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
            .flatMap(type ->
                type.getAllMethods().stream().flatMap(method -> operation(type, method).stream()))
            .filter(operation -> operation.contains(" /v1/"))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<String> operation(JavaClass type, JavaMethod method) {
    var base = type.getAnnotationOfType(Path.class).value();
    var path = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
    return method.getAnnotations().stream()
        .flatMap(it -> it.getRawType().tryGetAnnotationOfType(HttpMethod.class).stream())
        .map(verb -> verb.value() + " " + base + path)
        .findFirst();
  }

  @Test
  void everyOperationHasANameOfItsOwnATagAndASummary() {
    assertThat(CONTRACT.all()).extracting(Promise::name).doesNotContain("").doesNotHaveDuplicates();
    assertThat(CONTRACT.all())
        .allSatisfy(it -> {
          assertThat(it.node().path("summary").asText()).as(it.operation()).isNotBlank();
          assertThat(it.node().path("tags")).as(it.operation()).hasSize(1);
        });
  }

  @TestFactory
  Stream<DynamicTest> everyBodyHasExamplesThatFitItsSchema() {
    return CONTRACT.all().stream()
        .flatMap(promise -> promise.bodies().stream().map(body -> test(promise, body)));
  }

  private static DynamicTest test(Promise promise, Body body) {
    return DynamicTest.dynamicTest(
        promise.name() + ": " + body.name(),
        () -> {
          assertThat(body.examples()).as("examples").isNotEmpty();
          assertThat(body.examples())
              .allSatisfy(example -> assertThat(body.faults(example)).as("%s", example).isEmpty());
        });
  }

  @Test
  void everyOperationSaysHowItRefuses() {
    assertThat(CONTRACT.all())
        .allSatisfy(it -> {
          var problem = it.bodies().stream().filter(Body::isProblem).toList();
          assertThat(problem).as(it.operation()).isNotEmpty();
        });
  }

  @Test
  void everyOperationThatSucceedsWithABodySaysWhich() {
    assertThat(CONTRACT.all())
        .allSatisfy(it ->
            assertThat(it.bodies().stream().anyMatch(Body::isSuccess) || it.leavesNothing())
                .as(it.operation())
                .isTrue());
  }

  @Test
  void aBodyThatDoesNotFitWouldBeSeen() {
    var draft =
        CONTRACT.all().stream()
            .filter(it -> it.name().equals("draftDenial"))
            .flatMap(it -> it.bodies().stream())
            .filter(it -> it.name().equals("request"))
            .findFirst()
            .orElseThrow();
    assertThat(draft.faults(Json.object().put("$ref", "x"))).isNotEmpty();
  }

  @Test
  void anAnswerThatDoesNotFitIsSeenHoweverOftenItComes() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("{}".getBytes(UTF_8));
          exchange.close();
        });
    server.start();
    try {
      for (int time = 0; time < 2; time++) {
        var caller = As.nobody().baseUri("http://127.0.0.1").port(server.getAddress().getPort());
        assertThatThrownBy(() -> caller.get("/v1/me"))
            .isInstanceOf(OpenApiValidationFilter.OpenApiValidationException.class);
      }
    } finally {
      server.stop(0);
    }
  }

  @Test
  void everyExampleOfADenialSaysThatItIsASample() {
    assertThat(denials().filter(it -> it.has("reasonCodes")))
        .hasSizeGreaterThan(5)
        .allSatisfy(it ->
            assertThat(it.path("caveats").path(0).asText())
                .isEqualTo("SAMPLE: NOT AN ACT OF ANY STATE"));
  }

  private static Stream<JsonNode> denials() {
    return examples()
        .flatMap(it -> Stream.concat(Stream.of(it), it.findParents("denialKind").stream()))
        .filter(it -> it.has("denialKind"));
  }

  private static Stream<JsonNode> examples() {
    return CONTRACT.all().stream()
        .flatMap(it -> it.bodies().stream())
        .flatMap(it -> it.examples().stream());
  }

  @Test
  void everyReferenceInAnExampleHasItsCheckCharacter() {
    var references =
        examples()
            .flatMap(it -> REFERENCE.matcher(it.toString()).results())
            .map(it -> it.group())
            .distinct()
            .toList();
    assertThat(references)
        .isNotEmpty()
        .allSatisfy(it -> assertThat(References.owner(it)).as(it).isPresent());
  }
}
