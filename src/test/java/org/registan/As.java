package org.registan;

import static io.restassured.RestAssured.given;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import com.atlassian.oai.validator.restassured.RestAssuredResponse;
import io.restassured.RestAssured;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.registan.kernel.Digest;
import org.registan.stand.Onboarding;
import org.registan.stand.Stand;
import org.registan.stand.Token;

/**
 * A caller with a real token, got through the real broker log-in; every answer is held against the
 * contract: {@code As.the("PAK", "officer").get("/v1/me")}.
 */
public final class As {

  private static final OpenApiInteractionValidator CONTRACT =
      OpenApiInteractionValidator.createForSpecificationUrl("META-INF/registan.yaml")
          .withLevelResolver(
              LevelResolver.create()
                  .withLevel("validation.request", ValidationReport.Level.IGNORE)
                  .build())
          .build();

  /** Digests of answers that were held against it. */
  private static final Set<String> HELD = ConcurrentHashMap.newKeySet();

  private static boolean onboarded;

  private As() {}

  /** The first person, or the system, of a participant with this role. */
  public static RequestSpecification the(String participant, String role) {
    return bearing(stand().tokens().of(participant, role));
  }

  /** The first person of an agency with this role. */
  public static RequestSpecification the(String participant, String role, String agency) {
    return bearing(stand().tokens().of(participant, role, agency));
  }

  /** Someone by name. */
  public static RequestSpecification person(String participant, String username) {
    return bearing(stand().tokens().ofPerson(participant, username));
  }

  public static RequestSpecification bearing(Token token) {
    return bearing(token.access());
  }

  public static RequestSpecification bearing(String token) {
    return nobody().auth().oauth2(token);
  }

  /** Someone without a token. */
  public static RequestSpecification nobody() {
    return given()
        .filter(As::held)
        .accept("application/json, application/problem+json")
        .contentType("application/json");
  }

  /** The same answer to the same call is held against the contract once. */
  private static Response held(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext next) {
    var response = next.next(request, expected);
    var path = request.getDerivedPath();
    var method = Request.Method.valueOf(request.getMethod());
    var names = response.headers().asList().stream().map(Header::getName).toList();
    var answer =
        List.of(
            method,
            path,
            response.statusCode(),
            response.contentType(),
            names,
            response.asString());
    var digest = Digest.of(answer.toString());
    if (!HELD.contains(digest)) {
      var report = CONTRACT.validateResponse(path, method, RestAssuredResponse.of(response));
      if (report.hasErrors()) {
        throw new OpenApiValidationFilter.OpenApiValidationException(report);
      }
      HELD.add(digest);
    }
    return response;
  }

  /** The stand, with everyone admitted to the application under test. */
  public static synchronized Stand stand() {
    var stand = Stand.current();
    if (!onboarded) {
      new Onboarding(URI.create("http://127.0.0.1:" + RestAssured.port), stand).run();
      onboarded = true;
    }
    return stand;
  }
}
