package org.registan.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.registan.demo.Api.Caller;
import org.registan.demo.PaperRecords.Reply;

/**
 * An exchange on paper: just enough of the contract to load into, in memory, without policies,
 * people or Keycloak.
 */
final class PaperExchange implements AutoCloseable {

  final PaperRecords records = new PaperRecords();
  final List<String> faults = new ArrayList<>();

  private static final int NEVER = Integer.MAX_VALUE;

  private final Optional<OpenApiInteractionValidator> contract;
  private final HttpServer server;
  private final Map<String, Reply> replies = new HashMap<>();
  private final int awayEvery;
  private final int loseEvery;
  private int requests;

  private PaperExchange(
      int awayEvery, int loseEvery, Optional<OpenApiInteractionValidator> contract)
      throws IOException {
    this.awayEvery = awayEvery;
    this.loseEvery = loseEvery;
    this.contract = contract;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** Holds every request and every answer against the contract, which takes its time. */
  static PaperExchange strict() throws IOException {
    var contract = OpenApiInteractionValidator.createFor(Contract.model()).build();
    return new PaperExchange(NEVER, NEVER, Optional.of(contract));
  }

  static PaperExchange reliable() throws IOException {
    return new PaperExchange(NEVER, NEVER, Optional.empty());
  }

  /** Is away for one request of 13; of 17, does what one asks for and loses the answer. */
  static PaperExchange unreliable() throws IOException {
    return new PaperExchange(13, 17, Optional.empty());
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests++;
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      if (requests % awayEvery == 0) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      var request = new Asked(exchange, body);
      var reply = answer(request);
      contract.ifPresent(rules -> check(rules, request, reply));
      if (requests % loseEvery != 0) {
        send(exchange, reply);
      }
    }
  }

  private Reply answer(Asked asked) {
    var key = asked.caller() + asked.method() + asked.path() + asked.header("Idempotency-Key");
    var earlier = asked.header("Idempotency-Key").isEmpty() ? null : replies.get(key);
    if (earlier != null) {
      return earlier;
    }
    var reply = new PaperDesk(records).answer(asked);
    if (!asked.header("Idempotency-Key").isEmpty() && reply.status() < 300) {
      replies.put(key, new Reply(reply.status(), reply.body().deepCopy()));
    }
    return reply;
  }

  private void check(OpenApiInteractionValidator rules, Asked asked, Reply reply) {
    var answered =
        SimpleResponse.Builder.status(reply.status())
            .withContentType(reply.status() < 400 ? "application/json" : "application/problem+json")
            .withBody(reply.body().toString())
            .build();
    var reports =
        List.of(
            rules.validateRequest(asked.forContract()),
            rules.validateResponse(asked.path(), asked.contractMethod(), answered));
    reports.stream()
        .filter(ValidationReport::hasErrors)
        .forEach(report -> faults.add(asked.path() + " " + report.getMessages()));
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    var bytes = reply.body().toString().getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("ETag", reply.etag());
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** A request as it came in. */
  record Asked(HttpExchange exchange, String text) {

    String method() {
      return exchange.getRequestMethod();
    }

    String path() {
      return exchange.getRequestURI().getPath();
    }

    Request.Method contractMethod() {
      return Request.Method.valueOf(method());
    }

    String header(String name) {
      var value = exchange.getRequestHeaders().getFirst(name);
      return value == null ? "" : value;
    }

    /** The token says who calls. */
    Caller caller() {
      var parts = List.of(header("Authorization").replace("Bearer ", "").split("/", -1));
      return new Caller(parts.getFirst(), parts.getLast());
    }

    String query(String name) {
      var query = exchange.getRequestURI().getQuery();
      for (var pair : (query == null ? "" : query).split("&", -1)) {
        if (pair.startsWith(name + "=")) {
          return pair.substring(name.length() + 1);
        }
      }
      return "";
    }

    JsonNode body() {
      try {
        return text.isEmpty() ? MissingNode.getInstance() : DemoFiles.JSON.readTree(text);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    Request forContract() {
      var request = new SimpleRequest.Builder(method(), path());
      for (var header : List.of("Authorization", "If-Match", "Idempotency-Key")) {
        if (!header(header).isEmpty()) {
          request.withHeader(header, header(header));
        }
      }
      for (var parameter : List.of("owner", "status", "state", "limit", "cursor")) {
        if (!query(parameter).isEmpty()) {
          request.withQueryParam(parameter, query(parameter));
        }
      }
      if (!text.isEmpty()) {
        request.withContentType("application/json").withBody(text);
      }
      return request.build();
    }
  }
}
