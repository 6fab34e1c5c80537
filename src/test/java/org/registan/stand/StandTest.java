package org.registan.stand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Real log-ins at the real hub give the tokens that the application is built on. */
class StandTest {
  private final Stand stand = Stand.current();

  @Test
  void anOfficerLogsInThroughTheNationalRealm() {
    Token token = stand.tokens().of("PAK", "officer");
    JsonNode claims = token.claims();
    assertThat(claims.get("iss").asText()).isEqualTo(stand.identityProvider().hub());
    assertThat(texts(claims.get("aud"))).contains("registan-api");
    assertThat(claims.get("azp").asText()).isEqualTo("registan-web");
    assertThat(claims.get("participant").asText()).isEqualTo("PAK");
    assertThat(claims.get("idp").asText()).isEqualTo("pak");
    assertThat(claims.get("agency").asText()).isEqualTo("SECDIV");
    assertThat(texts(claims.get("roles"))).containsExactly("officer");
    assertThat(claims.get("sub").asText()).isNotEmpty();
    assertThat(claims.has("acr")).isTrue();
    assertThat(claims.has("client_key")).isFalse();
    assertThat(Duration.between(Instant.now(), token.expires())).isLessThan(Duration.ofMinutes(3));
  }

  @Test
  void everybodyOfTheCastCanLogIn() {
    for (Cast.Member member : Cast.read().participants()) {
      for (Cast.Person person : member.people()) {
        JsonNode claims = stand.tokens().ofPerson(member.code(), person.username()).claims();
        assertThat(claims.get("participant").asText()).isEqualTo(member.code());
        assertThat(claims.get("agency").asText()).isEqualTo(person.agency());
        assertThat(texts(claims.get("roles"))).containsExactly(person.role());
      }
    }
  }

  @Test
  void aSystemLogsInWithItsKey() {
    for (Cast.Machine machine : Cast.read().machines()) {
      JsonNode claims = stand.tokens().of(machine.participant(), machine.role()).claims();
      assertThat(claims.get("azp").asText()).isEqualTo(machine.clientId());
      assertThat(texts(claims.get("aud"))).containsExactly("registan-api");
      assertThat(claims.get("participant").asText()).isEqualTo(machine.participant());
      assertThat(texts(claims.get("roles"))).containsExactly(machine.role());
      assertThat(claims.get("client_key").asText())
          .isEqualTo(
              ClientKeys.thumbprint(stand.identityProvider().secrets().key(machine.clientId())));
      assertThat(claims.has("idp")).isFalse();
      assertThat(claims.has("agency")).isFalse();
      assertThat(claims.has("acr")).isFalse();
    }
  }

  @Test
  void aSecondPersonOfTheSameRoleIsAnotherAccount() {
    List<Cast.Person> releasers = Cast.read().people("PAK", "releaser");
    Token first = stand.tokens().of("PAK", "releaser");
    Token moc = stand.tokens().of("PAK", "releaser", "MOC");
    assertThat(releasers).hasSizeGreaterThan(2);
    assertThat(moc.claims().get("agency").asText()).isEqualTo("MOC");
    assertThat(moc.claims().get("sub")).isNotEqualTo(first.claims().get("sub"));
    assertThat(stand.tokens().of("PAK", "releaser")).isSameAs(first);
    assertThat(stand.tokens().of("PAK", "releaser", "nadia.qureshi").claims().get("sub"))
        .isNotEqualTo(first.claims().get("sub"));
  }

  @Test
  void aForeignKeyIsRefused() {
    assertThatThrownBy(() ->
            new MachineLogin(stand.identityProvider().hub())
                .login("kaz-licensing", stand.identityProvider().secrets().key("pak-licensing")))
        .isInstanceOf(LoginRefused.class);
  }

  @Test
  void aWrongPasswordIsRefused() {
    BrokerLogin login =
        new BrokerLogin(
            stand.identityProvider().hub(),
            stand.applicationUrl(),
            stand.identityProvider().secrets().key(Federation.WEB));
    assertThatThrownBy(() -> login.login("kaz", "timur.iskakov", "not-the-password"))
        .isInstanceOf(LoginRefused.class)
        .hasMessageContaining("Invalid");
  }

  @Test
  void allListensOnLoopbackOnly() throws IOException {
    Set<String> ours = new HashSet<>(sockets(stand.database().pid()));
    ours.addAll(sockets(stand.identityProvider().pid()));
    List<String> listening = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
        List<String> columns = List.of(line.strip().split("\\s+", -1));
        if (columns.get(3).equals("0A") && ours.contains(columns.get(9))) {
          listening.add(columns.get(1));
        }
      }
    }
    assertThat(listening)
        .hasSizeGreaterThanOrEqualTo(3) // the database, the hub, its management
        .allMatch(address -> address.matches("(0{16}FFFF0000)?0100007F:.*"));
  }

  /** The inodes of the sockets that a process has open. */
  private static Set<String> sockets(long pid) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (DirectoryStream<Path> open =
        Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (Path descriptor : open) {
        String target = Files.readSymbolicLink(descriptor).toString();
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    }
    return inodes;
  }

  private static List<String> texts(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList()
        : List.of(node.asText());
  }
}
