package org.registan.stand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.registan.denial.Denials.draft;
import static org.registan.denial.Denials.notified;
import static org.registan.denial.Denials.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;

/** A state joins by the script while all runs, and has nothing of any other that did not agree. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class AddAStateTest {

  private static final String PROVIDERS = "/hub/identity-provider/instances/";
  private static final String EVERYONE =
      "{\"effect\": \"PERMIT\", \"level\": \"CORE\", \"to\": {\"everyone\": true}}";

  private final Stand stand = As.stand();
  private final DeployScript script = new DeployScript(stand);

  @BeforeEach
  void theNewcomersHaveProvidersOfTheirOwn() {
    Cast.newcomers().participants().forEach(stand.identityProvider()::establish);
  }

  @Test
  void whoJoinsHasOfEachOwnerWhatItsPolicyGivesOnceThatIsAdoptedAgain() {
    policy("PAK", EVERYONE);
    policy("KAZ", EVERYONE);
    var pakistani = notified("PAK", draft("AFG"));
    var kazakh = notified("KAZ", draft("AFG"));

    add("mng");

    As.the("MNG", "officer").get("/v1/me").then().body("participant", equalTo("MNG"));
    As.the("MNG", "officer").get(pakistani).then().statusCode(404);
    As.the("MNG", "officer").get("/v1/denials").then().body("items", empty());
    As.the("MNG", "officer").get("/v1/changes").then().body("changes", empty());

    policy("PAK", EVERYONE);

    As.the("MNG", "officer").get(pakistani).then().body("disclosure", equalTo("CORE"));
    As.the("MNG", "officer").get(kazakh).then().statusCode(404);
  }

  @Test
  void everyStateThatIsReadyCanBeAddedAndAddedAgain() {
    for (var state : Cast.newcomers().participants()) {
      add(state.alias());

      assertThat(add(state.alias())).contains("in the register already", "is joined already");
      As.the(state.code(), "state-admin")
          .get("/v1/participants/" + state.code())
          .then()
          .body("names.lang", hasItem("ru"))
          .body("regimes.standing", hasItem("PARTICIPANT"))
          .body("agencies.find { it.nationalAuthority }.id", equalTo(authority(state)));
    }
  }

  @Test
  void theDemoAddsAStateByTheScript() throws IOException {
    var files = new DemoFiles(stand, stand.state());
    files.writeToken();
    files.writeAddAState();
    var wrapper = stand.state().resolve("add-a-state").toString();

    var outcome =
        DeployScript.outcome(new ProcessBuilder(wrapper, "tkm").redirectErrorStream(true));

    assertThat(outcome.said()).contains("TKM takes part");
    assertThat(outcome.status()).isZero();
  }

  @Test
  void theDemoSaysWhichStatesCanBeAdded() throws IOException {
    var files = new DemoFiles(stand, stand.state());
    files.writeAddAState();
    for (var arguments : List.of(List.<String>of(), List.of("xyz"))) {
      var command =
          Stream.concat(
                  Stream.of(stand.state().resolve("add-a-state").toString()), arguments.stream())
              .toList();

      var outcome = DeployScript.outcome(new ProcessBuilder(command).redirectErrorStream(true));

      assertThat(outcome.said()).isEqualTo("usage: .registan/add-a-state kgz|tkm|mng\n");
      assertThat(outcome.status()).isEqualTo(2);
    }
  }

  @Test
  void theScriptsProviderIsTheOneThatIsAttackedElsewhere() {
    add("kgz");

    assertThat(provider("kgz")).isEqualTo(provider("uzb"));
    assertThat(mappers("kgz")).isEqualTo(mappers("uzb"));
    assertThat(List.of("kgz", "uzb")).allMatch(this::isMemberOfItsOwnOrganization);
  }

  @Test
  void anEntryThatIsRefusedLeavesTheHubAsItWas() throws IOException {
    var faulty = stand.state().resolve("bmu.json");
    Trees.writeOwners(faulty, "{\"kind\": \"STATE\"}");

    var outcome = script.addAState(faulty, stand.identityProvider().realm("kgz"));

    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.said()).contains("/problems/invalid-request");
    assertThat(admin().find(PROVIDERS + "bmu")).isNull();
  }

  private String add(String state) {
    var entry = Checkout.root().resolve("deploy/states").resolve(state + ".json");
    var outcome = script.addAState(entry, stand.identityProvider().realm(state));
    assertThat(outcome.said()).contains(state.toUpperCase(Locale.ROOT) + " takes part");
    assertThat(outcome.status()).isZero();
    return outcome.said();
  }

  private static String authority(Cast.Member state) {
    return state.agencies().stream()
        .filter(Cast.Agency::nationalAuthority)
        .findFirst()
        .orElseThrow()
        .code();
  }

  private Admin admin() {
    return stand.identityProvider().admin();
  }

  /** What the hub holds of a provider, but for what names it. */
  private JsonNode provider(String alias) {
    var provider = (ObjectNode) admin().get(PROVIDERS + alias);
    provider.remove("internalId");
    provider.remove("organizationId");
    provider.remove("displayName");
    provider.withObject("/config").remove("kc.org.domain");
    return nameless(provider, alias);
  }

  private Map<String, JsonNode> mappers(String alias) {
    var mappers = new TreeMap<String, JsonNode>();
    for (var mapper : admin().get(PROVIDERS + alias + "/mappers")) {
      ((ObjectNode) mapper).remove("id");
      mappers.put(mapper.path("name").asText(), nameless(mapper, alias));
    }
    return mappers;
  }

  private boolean isMemberOfItsOwnOrganization(String alias) {
    for (var organization : admin().get("/hub/organizations?exact=true&search=" + alias)) {
      var id = organization.path("id").asText();
      for (var provider : admin().get("/hub/organizations/" + id + "/identity-providers")) {
        if (provider.path("alias").asText().equals(alias)) {
          return organization.path("enabled").asBoolean();
        }
      }
    }
    return false;
  }

  private static JsonNode nameless(JsonNode node, String alias) {
    return Json.parse(
        node.toString().replace(alias, "xyz").replace(alias.toUpperCase(Locale.ROOT), "XYZ"));
  }
}
