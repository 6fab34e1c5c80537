package org.registan.malformed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.registan.kernel.Json;

/** Makes something wrong with a sound request; the same seed makes the same mistakes. */
final class Spoiler {

  /** What stands in values and must never come back. */
  static final String CANARY = "Zqanarq";

  private static final List<String> HOSTILE =
      List.of(
          "' OR '1'='1",
          "x'; DROP TABLE record; -- ",
          "\") OR 1=1 /*",
          "%' AND SLEEP(5) AND '%'='",
          "_%_%_%\\",
          "${jndi:ldap://127.0.0.1/x}",
          "{{7*7}}#{7*7}",
          "../../../../etc/passwd",
          "<script>alert(1)</script>",
          "\u0000\u0007",
          "\u202e\ud83d\ude00",
          "{\"$ref\":\"#\"}",
          CANARY.repeat(3_000));

  private static final List<String> NUMBERS =
      List.of(
          "1e999999", "9".repeat(30), "-" + "9".repeat(200), "0.1e-400", "NaN", "007", "1e5", "-0");

  private static final List<String> MEDIA =
      List.of(
          "text/plain",
          "application/xml",
          "multipart/form-data; boundary=x",
          "application/x-www-form-urlencoded",
          "application/json; charset=utf-16",
          "application/merge-patch+json",
          "json",
          "*/*",
          "",
          "application/json, text/plain",
          "a/b;" + "c=d;".repeat(200));

  private static final List<String> PERCENT =
      List.of(
          "%", "%zz", "%2", "%c0%af", "%00", "%ff%fe", "%ed%a0%80", "%25%00", "%2f..%2f", "%u0041");

  private final Random random;
  private final List<String> badTokens;

  Spoiler(Random random, List<String> badTokens) {
    this.random = random;
    this.badTokens = badTokens;
  }

  Request spoiled(Requests.Sound sound) {
    var choice = random.nextInt(100);
    if (!sound.body().isMissingNode() && choice < 55) {
      return body(sound);
    }
    return switch (random.nextInt(5)) {
      case 0 -> path(sound);
      case 1 -> query(sound);
      case 2 -> headers(unfit(sound));
      case 3 ->
          badTokens.isEmpty()
              ? headers(unfit(sound))
              : unfit(sound).with("Authorization", any(badTokens));
      default -> frame(unfit(sound));
    };
  }

  /** The request with a body that never fits, for mistakes elsewhere that might be overlooked. */
  private static Request unfit(Requests.Sound sound) {
    return sound.body().isMissingNode()
        ? sound.request()
        : sound.request().saying("{\"unknown\":1}".getBytes(UTF_8));
  }

  private Request body(Requests.Sound sound) {
    var request = sound.request();
    var text = Json.write(sound.body());
    JsonNode tree = sound.body().deepCopy();
    return switch (random.nextInt(13)) {
      case 0 -> request.saying(text.substring(0, random.nextInt(text.length())).getBytes(UTF_8));
      case 1 -> request.saying(broken(text));
      case 2 -> request.saying(("{\"a\":1,\"a\":2," + text.substring(1)).getBytes(UTF_8));
      case 3 ->
          request.saying((text + any(List.of("{}", ",", "]", "\u0000", " null"))).getBytes(UTF_8));
      case 4 ->
          request.saying(
              text.getBytes(
                  any(
                      List.of(
                          java.nio.charset.StandardCharsets.UTF_16,
                          java.nio.charset.StandardCharsets.UTF_16LE))));
      case 5 -> request.saying(raw(tree, nested(random.nextInt(500) + 41)));
      case 6 -> request.saying(raw(tree, any(NUMBERS)));
      case 7 -> request.saying(raw(tree, "\"\\ud800\""));
      case 8 -> request.saying(raw(tree, "[" + "1,".repeat(6_000) + "1]"));
      case 9 ->
          request.saying(
              any(List.of("", " ", "[]", "null", "1", "\"x\"", "{}x", "{'a':1}")).getBytes(UTF_8));
      case 10 -> request.saying(raw(tree, Json.write(any(HOSTILE))));
      case 11 ->
          request.saying(
              raw(tree, any(List.of("null", "true", "{}", "[]", "[[]]", "\" \"", "-1"))));
      default -> unfit(sound).with("Content-Type", any(MEDIA));
    };
  }

  /** The text with one value replaced, and an unknown member, so that it cannot happen to fit. */
  private byte[] raw(JsonNode tree, String value) {
    var mark = "\"" + CANARY + "-place\"";
    var places = new ArrayList<Runnable>();
    places(tree, places);
    any(places).run();
    if (tree instanceof ObjectNode object) {
      object.put("unknown" + random.nextInt(9), 1);
    }
    return Json.write(tree).replace(mark, value).getBytes(UTF_8);
  }

  private static void places(JsonNode node, List<Runnable> places) {
    if (node instanceof ObjectNode object) {
      places.add(() -> object.put("more", CANARY + "-place"));
      object
          .fieldNames()
          .forEachRemaining(name -> places.add(() -> object.put(name, CANARY + "-place")));
    }
    if (node instanceof ArrayNode array) {
      places.add(() -> array.add(CANARY + "-place"));
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        places.add(() -> array.set(at, array.textNode(CANARY + "-place")));
      }
    }
    node.forEach(child -> places(child, places));
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private byte[] broken(String text) {
    var bytes = text.getBytes(UTF_8);
    var bad = List.of(0xC3, 0xFF, 0x80, 0xC0, 0xED, 0x00, 0x1B);
    bytes[random.nextInt(bytes.length)] = (byte) (int) any(bad);
    bytes[bytes.length / 2] = (byte) 0xF8;
    return bytes;
  }

  private Request path(Requests.Sound sound) {
    var request = unfit(sound);
    var parts = request.target().split("/", -1);
    var at = 1 + random.nextInt(parts.length - 1);
    parts[at] =
        switch (random.nextInt(5)) {
          case 0 -> any(PERCENT);
          case 1 -> escaped(any(HOSTILE));
          case 2 -> "x".repeat(random.nextInt(9_000));
          case 3 ->
              parts[at] + any(List.of(";a=b", ".", "%20", "//", "/..", "/.", "\\", "|", "\u00e9"));
          default -> parts[at] + any(PERCENT);
        };
    return request.to(String.join("/", parts));
  }

  private Request query(Requests.Sound sound) {
    var name =
        sound.parameters().isEmpty() || random.nextInt(4) == 0
            ? "unknown"
            : any(sound.parameters());
    var value =
        switch (random.nextInt(6)) {
          case 0 -> any(PERCENT);
          case 1 -> any(List.of("-1", "0", "201", "9".repeat(40), "1e3", "0x10", "%31", "", "NaN"));
          case 2 -> cursor();
          case 3 -> "x&" + name + "=x";
          case 4 -> ("x&" + name + "=").repeat(60);
          default -> escaped(any(HOSTILE));
        };
    return unfit(sound).to(sound.request().target() + "?unknown=1&" + name + "=" + value);
  }

  private String cursor() {
    var bytes = new byte[random.nextInt(60)];
    random.nextBytes(bytes);
    var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var json =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                any(List.of("{}", "[1", "null", "{\"incarnation\":1}", "\"\"")).getBytes(UTF_8));
    return any(
        List.of(text, text + "." + text, json + "." + text, ".", "..", json + ".", "." + json));
  }

  private Request headers(Request request) {
    return switch (random.nextInt(8)) {
      case 0 ->
          request.with(
              "If-Match",
              any(
                  List.of(
                      "",
                      "*",
                      "W/\"x\"",
                      "x",
                      "\"",
                      "\"a\",\"b\"",
                      "\"" + "x".repeat(5_000) + "\"",
                      "\"\"" + ",\"\"".repeat(4_000),
                      "\u00ff\u00fe")));
      case 1 ->
          request.with(
              "Idempotency-Key",
              any(List.of("", " ", "x".repeat(5_000), "\u00e9\u00ff", "' OR 1=1", "a\tb")));
      case 2 ->
          request.with(
              "Accept",
              any(
                  List.of(
                      "",
                      "x",
                      "text/plain",
                      "application/xml;q=2",
                      "*/*;q=x",
                      ",,,",
                      "a/b".repeat(500))));
      case 3 -> request.with("If-None-Match", any(List.of("*", "W/", "\"".repeat(50))));
      case 4 -> request.also("X-Big", "x".repeat(17_000 + random.nextInt(30_000)));
      case 5 -> {
        var many = request;
        for (int i = 0; i < 300; i++) {
          many = many.also("X-" + i, "x".repeat(60));
        }
        yield many;
      }
      case 6 -> request.with("Content-Type", any(MEDIA));
      default ->
          request
              .also("X-Forwarded-For", any(HOSTILE.subList(0, 9)))
              .also("Cookie", "q_session=x; a=\"b")
              .also("Accept-Language", "'; --");
    };
  }

  /** What is wrong with the frame around it: act, or a path that nobody made. */
  private Request frame(Request request) {
    return switch (random.nextInt(4)) {
      case 0 -> request.by(any(List.of("PATCH", "LOCK", "TRACE", "FOO", "get")));
      case 1 ->
          request.to(
              request.target() + any(List.of("/", "/x", "//", "/%2e%2e/x", "?", "#x", "/;")));
      case 2 ->
          request.to(
              "/v1" + any(List.of("", "/", "/denial", "/..", "//denials", "/denials/searches/x")));
      default -> request.to(request.target() + "?" + "x".repeat(8_300));
    };
  }

  private static String escaped(String text) {
    return java.net.URLEncoder.encode(text.substring(0, Math.min(2_000, text.length())), UTF_8)
        .replace("+", "%20");
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
