package org.registan.malformed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of a request, whatever any client library would say to them; headers by line, the body
 * by a character for each byte.
 */
record Request(String operation, String method, String target, List<String> headers, String body) {

  Request to(String changed) {
    return new Request(operation, method, changed, headers, body);
  }

  Request by(String changed) {
    return new Request(operation, changed, target, headers, body);
  }

  Request saying(byte[] changed) {
    return new Request(operation, method, target, headers, new String(changed, ISO_8859_1));
  }

  /** The same with this header in the place of any of its name. */
  Request with(String name, String value) {
    return without(name).also(name, value);
  }

  /** The same with this header beside others of its name. */
  Request also(String name, String value) {
    var more = new ArrayList<>(headers);
    more.add(name + ": " + value);
    return new Request(operation, method, target, more, body);
  }

  Request without(String name) {
    var start = name + ":";
    var fewer =
        headers.stream()
            .filter(it -> !it.regionMatches(true, 0, start, 0, start.length()))
            .toList();
    return new Request(operation, method, target, fewer, body);
  }

  byte[] bytes() {
    var lines = String.join("", headers.stream().map(it -> it + "\r\n").toList());
    return "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\n%s\r\n%s"
        .formatted(method, target, body.length(), lines, body)
        .getBytes(ISO_8859_1);
  }

  @Override
  public String toString() {
    var text = new String(bytes(), ISO_8859_1).replaceAll("Bearer ey[^\\r]*", "Bearer ...");
    return operation + ": " + (text.length() > 1_500 ? text.substring(0, 1_500) + " ..." : text);
  }
}
