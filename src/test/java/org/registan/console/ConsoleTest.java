package org.registan.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.TestClock;
import org.registan.denial.Denials;
import org.registan.stand.Browser;
import org.registan.stand.Cast;
import org.registan.stand.StandResource;

/** A person in a browser is logged in by their own state and sees what the API would give them. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class ConsoleTest {

  @Inject TestClock clock;

  private final Browser browser = new Browser();

  @BeforeEach
  void everyoneIsAdmitted() {
    As.stand();
  }

  @Test
  void startPageOffersTheProviderOfEachParticipant() {
    var doors = open("/").html().select("main a[href^=/console]").eachAttr("href");
    assertThat(doors)
        .contains(
            "/console?kc_idp_hint=pak", "/console?kc_idp_hint=kaz", "/console?kc_idp_hint=un1540");
  }

  @Test
  void officerSeesWhoTheyAreAndWhatWaits() {
    var path = Denials.drafted("PAK", Denials.draft("AFG"));
    Denials.proposed("PAK", path, "notify", "{\"reason\": \"<b>Board</b> decision\"}")
        .statusCode(202);

    var page = logIn("pak", "ayesha.siddiqui");

    assertThat(page.select("dd").eachText())
        .containsExactly("Pakistan (PAK)", "Strategic Export Control Division", "officer");
    assertThat(page.select("table[aria-labelledby=desk] td").eachText())
        .contains("<b>Board</b> decision");
    assertThat(page.select("main b")).isEmpty();
    assertThat(page.select("h2").eachAttr("id")).containsExactly("you", "desk", "denials");
  }

  @Test
  void partnersOfficerSeesWhatThePolicyReleasesAtThatLevel() {
    Denials.policy("PAK", Denials.permit("CORE", "KAZ"));
    clock.advance(Duration.ofDays(20_000)); // newer than whatever else there is
    var reference = reference(Denials.notified("PAK", Denials.draft("AFG")));
    clock.reset();

    assertThat(row(logIn("kaz", "aigerim.nurlanova"), reference))
        .containsExactly(reference, "PAK", "AFG", "IN_FORCE", "CORE");
  }

  @Test
  void committeesExpertSeesNoDenialThatNobodyNamedThemFor() {
    Denials.notified("PAK", Denials.draft("AFG"));

    var page = logIn("un1540", expert());

    assertThat(page.select("dd").eachText()).contains("expert");
    assertThat(page.select("table")).isEmpty();
    assertThat(page.select("#denials")).hasSize(1);
    assertThat(page.select("#desk")).isEmpty();
  }

  @Test
  void readingThePageIsInTheOwnersLog() {
    Denials.policy("PAK", Denials.permit("CORE", "KAZ"));
    Denials.notified("PAK", Denials.draft("AFG"));
    var before = reads();

    logIn("kaz", "aigerim.nurlanova");

    assertThat(reads()).isGreaterThan(before);
  }

  @Test
  void blockedAccountIsOutAtTheNextRequest() {
    logIn("kaz", "timur.iskakov");
    var account = account("KAZ", "timur.iskakov");
    var path = "/v1/participants/KAZ/accounts/" + account;
    As.the("KAZ", "state-admin").post(path + "/block").then().statusCode(200);

    var out = open("/console");

    As.the("KAZ", "state-admin").post(path + "/unblock").then().statusCode(200);
    assertThat(out.html().title()).isEqualTo("Not logged in - Registan");
    assertThat(out.html().select("a[href=/console/logout]")).hasSize(1);
    assertThat(out.status()).isEqualTo(403);
    assertThat(open("/console").html().select("dd").eachText()).contains("Kazakhstan (KAZ)");
  }

  @Test
  void afterLoggingOutThePageIsClosed() {
    logIn("pak", "ayesha.siddiqui");

    assertThat(open("/console/logout").html().title()).isEqualTo("Logged out - Registan");
    assertThat(open("/console").address().getPath()).isEqualTo("/");
    assertThat(open("/console?kc_idp_hint=pak").html().select("form#kc-form-login")).hasSize(1);
  }

  @Test
  void unknownProviderIsSaidPlainly() {
    var unknown = open("/console?kc_idp_hint=%3Cb%3Eatlantis");

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.html().title()).isEqualTo("No such participant - Registan");
    assertThat(unknown.html().select("b")).isEmpty();
  }

  @Test
  void refusedLogInIsSaidPlainly() {
    var atHub = new Browser(As.stand().identityProvider().hub());
    var asked = atHub.open(URI.create(url("/console?kc_idp_hint=pak"))).address().getQuery();
    var state = asked.replaceAll("(^|.*&)(state=[^&]*).*", "$2");

    for (var answer : List.of("", "&" + state)) {
      var error = "/console/callback?error=access_denied&error_description=%3Cb%3E";
      var page = atHub.open(URI.create(url(error + answer)));
      assertThat(page.status()).isEqualTo(403);
      assertThat(page.html().title()).isEqualTo("Not logged in - Registan");
      assertThat(page.html().select("b")).isEmpty();
    }
  }

  @Test
  void noPageRunsScriptOrLoadsAnythingForeign() {
    for (var path : List.of("/", "/console?kc_idp_hint=atlantis", "/console/refused")) {
      given()
          .get(path)
          .then()
          .contentType("text/html;charset=UTF-8")
          .header("Content-Security-Policy", containsString("default-src 'none'"))
          .header("X-Frame-Options", equalTo("DENY"))
          .header("X-Content-Type-Options", equalTo("nosniff"))
          .header("Referrer-Policy", equalTo("no-referrer"))
          .header("Cache-Control", equalTo("no-store"));
      assertThat(open(path).html().select("script, style, [style], [onclick]")).isEmpty();
    }
    given().get("/console.css").then().statusCode(200);
  }

  @Test
  void browserSessionOpensNoApi() {
    logIn("pak", "ayesha.siddiqui");

    assertThat(open("/v1/me").status()).isEqualTo(401);
  }

  @Test
  void bearerTokenOpensNoPage() {
    var token = As.stand().tokens().of("PAK", "officer").access();
    given().redirects().follow(false).auth().oauth2(token).get("/console").then().statusCode(303);
  }

  @Test
  void sessionIsKeptInSecureCookiesOutOfScriptsReach() {
    var challenge = given().redirects().follow(false).get("/console?kc_idp_hint=pak");

    challenge
        .then()
        .statusCode(302)
        .header("Location", containsString("code_challenge_method=S256"));
    assertThat(challenge.headers().getValues("Set-Cookie"))
        .isNotEmpty()
        .allMatch(it -> it.contains("Secure") && it.contains("HTTPOnly"));
  }

  private Browser.Page open(String path) {
    return browser.open(URI.create(url(path)));
  }

  private static String url(String path) {
    return As.stand().applicationUrl() + path;
  }

  private Document logIn(String alias, String username) {
    var form = open("/console?kc_idp_hint=" + alias);
    var password = As.stand().identityProvider().secrets().password(alias + "/" + username);
    var page = browser.logIn(form, username, password);
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    assertThat(page.address().getPath()).isEqualTo("/console");
    return page.html();
  }

  private static String expert() {
    return Cast.read().people("UN1540", "expert").getFirst().username();
  }

  private static String account(String participant, String username) {
    return As.stand().tokens().ofPerson(participant, username).claims().get("sub").asText();
  }

  private static String reference(String path) {
    return As.the("PAK", "officer").get(path).path("reference");
  }

  private static List<String> row(Document page, String reference) {
    return page.select("table[aria-labelledby=denials] tr").stream()
        .map(Element::children)
        .map(cells -> cells.stream().map(Element::text).toList())
        .filter(cells -> cells.getFirst().equals(reference))
        .findFirst()
        .orElse(List.of());
  }

  private static long reads() {
    return Stream.of(As.the("PAK", "auditor").get("/v1/audit").asString().split("record.list", -1))
        .count();
  }
}
