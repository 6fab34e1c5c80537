package org.registan;

import static io.restassured.RestAssured.given;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import org.registan.stand.Onboarding;
import org.registan.stand.Stand;
import org.registan.stand.Token;

/**
 * A caller with a real token, got through the real broker log-in; every answer is held against the
 * contract: {@code As.the("PAK", "officer").get("/v1/me")}.
 */
public final class As {

  private static final OpenApiValidationFilter CONTRACT =
      new OpenApiValidationFilter(
          OpenApiInteractionValidator.createForSpecificationUrl("META-INF/registan.yaml")
              .withLevelResolver(
                  LevelResolver.create()
                      .withLevel("validation.request", ValidationReport.Level.IGNORE)
                      .build())
              .build());

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
        .filter(CONTRACT)
        .accept("application/json, application/problem+json")
        .contentType("application/json");
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
