package org.registan.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** What every answer tells a browser: not to guess, frame, leak, keep or run what is not ours. */
final class SecurityHeaders {

  private static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final String CONSOLE =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
          + " 'none'";
  private final String hub;

  /** The pages of the contract alone also talk to the hub, at its origin. */
  SecurityHeaders(String hub) {
    this.hub = hub;
  }

  Map<String, String> of(String path, boolean encrypted) {
    var docs = isUnder(path, "/docs");
    var headers = new LinkedHashMap<String, String>();
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    // The log-in of the contract's pages comes back through a window that they opened.
    headers.put("Cross-Origin-Opener-Policy", docs ? "unsafe-none" : "same-origin");
    headers.put("Cache-Control", "no-store");
    headers.put("Content-Security-Policy", docs ? docs() : console(path));
    if (encrypted) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
    return headers;
  }

  private String docs() {
    return "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
        + " data:; connect-src 'self' "
        + hub
        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  private static String console(String path) {
    return path.equals("/") || path.startsWith("/console") ? CONSOLE : NOTHING;
  }

  private static boolean isUnder(String path, String base) {
    return path.equals(base) || path.startsWith(base + "/");
  }
}
