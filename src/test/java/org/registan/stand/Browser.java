package org.registan.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a browser is to a log-in: it keeps cookies and shows pages, and follows redirects until one
 * leads to an address it was told to stop at.
 */
public final class Browser {
  /** A page, or where the browser was sent when that is where it was to stop. */
  public record Page(URI address, int status, String body) {
    public Document html() {
      return Jsoup.parse(body, address.toString());
    }

    /** What an error page says to the person before it. */
    String said() {
      Element message =
          html().selectFirst("#kc-error-message, #input-error, .kc-feedback-text, .alert");
      return message == null ? html().title() : message.text();
    }
  }

  private record Cookie(HttpCookie cookie, String host) {
    boolean fits(URI uri) {
      String path = cookie.getPath() == null ? "/" : cookie.getPath();
      return host.equals(uri.getHost()) && uri.getPath().startsWith(path);
    }
  }

  private final HttpClient http;
  private final String stop;
  private final Map<String, Cookie> cookies = new LinkedHashMap<>();

  /** A browser that stops nowhere. */
  public Browser() {
    this("nowhere:");
  }

  /** A browser that shows where it was sent when that begins so. */
  public Browser(String stop) {
    this(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build(),
        stop);
  }

  Browser(HttpClient http, String stop) {
    this.http = http;
    this.stop = stop;
  }

  public Page open(URI address) {
    return show(HttpRequest.newBuilder(address).GET(), address);
  }

  /** Fills in the log-in form of a national realm. */
  public Page logIn(Page page, String username, String password) {
    Element form = page.html().selectFirst("form#kc-form-login");
    if (form == null) {
      throw new LoginRefused(page.status() + " " + page.said());
    }
    return submit(
        URI.create(form.absUrl("action")),
        Map.of("username", username, "password", password, "credentialId", ""));
  }

  Page submit(URI address, Map<String, String> fields) {
    return show(
        HttpRequest.newBuilder(address)
            .header("Content-Type", Forms.TYPE)
            .POST(BodyPublishers.ofString(Forms.encode(fields))),
        address);
  }

  private Page show(HttpRequest.Builder first, URI start) {
    HttpRequest.Builder request = first;
    URI address = start;
    for (int step = 0; step < 20; step++) {
      HttpResponse<String> response = send(request, address);
      String location = response.headers().firstValue("Location").orElse(null);
      if (response.statusCode() / 100 != 3 || location == null) {
        return new Page(address, response.statusCode(), response.body());
      }
      address = address.resolve(location);
      if (address.toString().startsWith(stop)) {
        return new Page(address, response.statusCode(), "");
      }
      request = HttpRequest.newBuilder(address).GET();
    }
    throw new IllegalStateException("redirected without end: " + start);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, URI address) {
    String sent =
        cookies.values().stream()
            .filter(cookie -> cookie.fits(address))
            .map(cookie -> cookie.cookie().getName() + "=" + cookie.cookie().getValue())
            .collect(Collectors.joining("; "));
    if (!sent.isEmpty()) {
      request.header("Cookie", sent);
    }
    try {
      HttpResponse<String> response =
          http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(line -> keep(line, address));
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException("opening " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Browsers send {@code Secure} cookies to loopback addresses too, which Java's own jar does not.
   */
  private void keep(String line, URI address) {
    for (HttpCookie cookie : HttpCookie.parse(line)) {
      String key = cookie.getName() + " " + cookie.getPath();
      if (cookie.hasExpired()) {
        cookies.remove(key);
      } else {
        cookies.put(key, new Cookie(cookie, address.getHost()));
      }
    }
  }
}
