package org.registan.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.kernel.Json;
import org.registan.stand.Browser;
import org.registan.stand.PublicLogin;
import org.registan.stand.StandResource;
import org.registan.web.Problem;

/** The contract can be tried out in a browser, where it is wanted, with a log-in that works. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class DocsTest {

  @Inject Console console;

  @BeforeEach
  void everyoneIsAdmitted() {
    As.stand();
  }

  @Test
  void thePageLoadsNothingFromElsewhereAndRunsNothingInline() {
    var answer = given().get("/docs");
    var page = Jsoup.parse(answer.then().statusCode(200).extract().asString());

    assertThat(page.select("script")).allMatch(it -> it.data().isEmpty()).hasSize(2);
    assertThat(page.select("a[href=/docs?kc_idp_hint=pak]")).hasSize(1);
    assertThat(page.select("#docs").attr("data-hub")).isEqualTo(hub());
    for (var file : page.select("script[src], link[href]")) {
      var path = file.attr("src") + file.attr("href");
      given().get(path).then().statusCode(200).contentType(containsString("text/"));
    }
    assertThat(answer.header("Content-Security-Policy"))
        .contains(
            "script-src 'self';", "connect-src 'self' " + hub().replaceAll("/realms.*", "") + ";");
  }

  @Test
  void whatIsNotNamedIsNotServed() {
    given().get("/docs/swagger-ui.css.map").then().statusCode(404);
    given().get("/docs/..%2fapplication.properties").then().statusCode(404);
  }

  @Test
  void nothingIsServedWhereItIsNotWanted() {
    var off = new DocsResource(console, false, hub());
    assertThatThrownBy(off::docs).isInstanceOf(Problem.class);
    assertThatThrownBy(off::back).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> off.file("start.js")).isInstanceOf(Problem.class);
  }

  @Test
  void whoLogsInThereIsTakenForWhomTheirStateSays() throws Exception {
    var redirect = application() + "/docs/back";
    var browser = new Browser(redirect);
    var login = new PublicLogin(hub(), application());
    var form = login.begin(browser, "pak", redirect, true);
    var back = browser.logIn(form, "ayesha.siddiqui", password("pak/ayesha.siddiqui"));
    var answer = login.exchange(back, redirect);

    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(application());
    var token = Json.parse(answer.body()).path("access_token").asText();
    As.bearing(token)
        .get("/v1/me")
        .then()
        .statusCode(200)
        .body("participant", equalTo("PAK"))
        .body("roles[0]", equalTo("officer"));
    assertThat(Json.parse(answer.body()).has("refresh_token")).isFalse();
  }

  @Test
  void theHubSendsNobodyElsewhereAndAsksForAChallenge() {
    var login = new PublicLogin(hub(), application());
    var elsewhere = "http://127.0.0.1:9/docs/back";
    assertThat(login.begin(new Browser(), "pak", elsewhere, true).status()).isEqualTo(400);
    var redirect = application() + "/docs/back";
    var plain = login.begin(new Browser(redirect), "pak", redirect, false);
    assertThat(plain.address().toString()).startsWith(redirect).contains("error=invalid_request");
  }

  private static String hub() {
    return As.stand().identityProvider().hub();
  }

  private static String application() {
    return As.stand().applicationUrl();
  }

  private static String password(String name) {
    return As.stand().identityProvider().secrets().password(name);
  }
}
