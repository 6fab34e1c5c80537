package org.registan.participant;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registan.As;
import org.registan.database.Database;
import org.registan.identity.Admission;
import org.registan.identity.Claims;
import org.registan.stand.StandResource;

/** A verified token counts only as far as the registers of participants bear it out. */
@QuarkusTest
@QuarkusTestResource(StandResource.class)
class AdmissionTest {

  @Inject Admission admission;
  @Inject Accounts accounts;
  @Inject Database database;

  private final String subject = UUID.randomUUID().toString();

  @BeforeEach
  void everyoneIsRegistered() {
    As.stand();
  }

  @Test
  void aPersonActsForTheStateWhoseProviderVouchesForIt() {
    assertThat(admission.admit(person("PAK", "pak", "SECDIV"))).isPresent();
  }

  @Test
  void anotherStatesProviderVouchesForNobodyHere() {
    assertThat(admission.admit(person("PAK", "kaz", "SECDIV"))).isEmpty();
  }

  @Test
  void anAgencyOfAnotherStateIsNone() {
    assertThat(admission.admit(person("PAK", "pak", "MIIT"))).isEmpty();
  }

  @Test
  void anAccountStaysWithWhomItWasFirstSeen() {
    assertThat(admission.admit(person("PAK", "pak", "SECDIV"))).isPresent();

    assertThat(admission.admit(person("KAZ", "kaz", "CID"))).isEmpty();
    assertThat(admission.admit(person("PAK", "pak", "SECDIV"))).isPresent();
  }

  @Test
  void aRoleOfAnotherKindOfParticipantIsDropped() {
    var actor = admission.admit(person("PAK", "pak", "SECDIV", "officer", "operator"));

    assertThat(actor).hasValueSatisfying(it -> assertThat(it.roles()).containsExactly("officer"));
  }

  @Test
  void aMachineIsKnownByTheKeyItWasRegisteredWith() {
    var claims = As.stand().tokens().of("KAZ", "machine-read").claims();
    var key = claims.get("client_key").asText();

    assertThat(admission.admit(machine("KAZ", key))).isPresent();
    assertThat(admission.admit(machine("KAZ", "A".repeat(43)))).isEmpty();
    assertThat(admission.admit(machine("PAK", key))).isEmpty();
  }

  @Test
  void whatNoProviderMayCallAPersonIsNotKept() {
    var odd = List.of("", "two words", "оператор", "x".repeat(256));
    odd.forEach(it -> assertThat(admission.admit(called(it))).as(it).isPresent());
    assertThat(admission.admit(called(subject))).isPresent();

    List<Accounts.Account> kept = database.act(handle -> accounts.of(handle, "KAZ"));
    assertThat(kept)
        .extracting(Accounts.Account::providerSubject)
        .contains(subject)
        .doesNotContainAnyElementsOf(odd);
  }

  private static Claims called(String providerSubject) {
    return new Claims(
        UUID.randomUUID().toString(),
        "KAZ",
        "kaz",
        providerSubject,
        "CID",
        Set.of("officer"),
        "registan-web",
        null);
  }

  private Claims person(String participant, String provider, String agency) {
    return person(participant, provider, agency, "officer");
  }

  private Claims person(String participant, String provider, String agency, String... roles) {
    return claims(participant, provider, agency, Set.of(roles), "registan-web", null);
  }

  private Claims machine(String participant, String key) {
    return claims(participant, null, null, Set.of("machine-read"), "kaz-licensing", key);
  }

  private Claims claims(
      String participant,
      @Nullable String provider,
      @Nullable String agency,
      Set<String> roles,
      String client,
      @Nullable String key) {
    return new Claims(subject, participant, provider, null, agency, roles, client, key);
  }
}
