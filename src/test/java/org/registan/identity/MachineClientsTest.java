package org.registan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.denial.Denials;
import org.registan.stand.StandResource;

/** A machine is who its participant registered it as; what the hub alone knows of it is nothing. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class MachineClientsTest {

  @Test
  void registeredClientIsAdmittedWithTheRegisteredRole() {
    try (var probe = new Probe().registered()) {
      As.bearing(probe.logIn())
          .get("/v1/me")
          .then()
          .statusCode(200)
          .body("participant", equalTo("KAZ"))
          .body("roles", contains("machine-read"));
    }
  }

  @Test
  void whatTwoProposalsAskForIsRegisteredOnce() {
    var wish =
        """
        {"clientId": "twice-%s", "agency": "CID", "keyThumbprint": "%s", "role": "machine-read",
         "reason": "Asked twice"}
        """
            .formatted(UUID.randomUUID(), "A".repeat(43));
    var proposals =
        Stream.generate(
                () -> As.the("KAZ", "state-admin").body(wish).post("/v1/participants/KAZ/clients"))
            .limit(2)
            .toList();
    Denials.approved("KAZ", proposals.getFirst());

    As.the("KAZ", "releaser")
        .header("If-Match", proposals.getLast().header("ETag"))
        .post(proposals.getLast().header("Location") + "/approve")
        .then()
        .statusCode(409)
        .body("status", equalTo(409));
  }

  @Test
  void clientOfKeycloakAloneIsRefused() {
    try (var probe = new Probe()) {
      Refused.by(probe.logIn());
    }
  }

  @Test
  void keyRotatedInKeycloakAloneIsRefused() {
    try (var probe = new Probe().registered()) {
      var before = probe.logIn();
      probe.rotate();

      Refused.by(probe.logIn());
      As.bearing(before).get("/v1/me").then().statusCode(200);
    }
  }

  @Test
  void clientThatClaimsAnotherParticipantIsRefused() {
    try (var probe = new Probe().registered()) {
      probe.claim("participant", "PAK");
      Refused.by(probe.logIn());
    }
  }

  @Test
  void tokenWithoutParticipantOrKeyIsRefused() {
    for (var claim : List.of("participant", "client_key")) {
      try (var probe = new Probe().registered()) {
        probe.dropClaim(claim);
        Refused.by(probe.logIn());
      }
    }
  }

  @Test
  void machineThatPosesAsAPersonIsRefused() {
    try (var probe = new Probe().registered()) {
      probe.add("oidc-hardcoded-claim-mapper", Probe.fixed("idp", "kaz"));
      Refused.by(probe.logIn());
    }
  }

  @Test
  void blockedClientIsOutAtItsNextRequestAndBackWhenUnblocked() {
    try (var probe = new Probe().registered()) {
      var token = probe.logIn();
      As.bearing(token).get("/v1/me").then().statusCode(200);
      probe.set("block");
      Refused.by(token);
      probe.set("unblock");
      As.bearing(token).get("/v1/me").then().statusCode(200);
    }
  }

  @Test
  void theOldKeyCountsUntilASecondPersonApprovedTheNewOneAndThenThatAlone() {
    try (var probe = new Probe().registered()) {
      var before = probe.logIn();
      assertThat(probe.rotateByScript().status()).isZero();
      var after = probe.logIn();
      var proposal = probe.proposeKey();
      As.bearing(before).get("/v1/me").then().statusCode(200);
      Refused.by(after);

      Denials.approved("KAZ", proposal);

      Refused.by(before);
      As.bearing(after).get("/v1/me").then().statusCode(200);
    }
  }

  @Test
  void aKeyThatItHasAlreadyOrAClientThatNobodyHasIsRefused() {
    try (var probe = new Probe().registered()) {
      probe.proposeKey().then().statusCode(422).body("errors.pointer", contains("/keyThumbprint"));
    }
    try (var probe = new Probe()) {
      probe.proposeKey().then().statusCode(404);
    }
  }

  @Test
  void ofTwoNewKeysTheOneApprovedLaterIsNotTakenForWhatItWasProposedFor() {
    try (var probe = new Probe().registered()) {
      probe.rotate();
      var first = probe.proposeKey();
      probe.rotate();
      var second = probe.proposeKey();
      Denials.approved("KAZ", first);

      var tag = As.the("KAZ", "releaser").get(second.header("Location")).header("ETag");
      As.the("KAZ", "releaser")
          .header("If-Match", tag)
          .post(second.header("Location") + "/approve")
          .then()
          .statusCode(409);
    }
  }
}
