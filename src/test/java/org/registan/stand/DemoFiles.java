package org.registan.stand;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the demo leaves in {@code .registan/} for scripts: who there is, and fresh tokens. */
final class DemoFiles {
  private final Stand stand;
  private final Path directory;
  private final Cast cast = Cast.read();

  DemoFiles(Stand stand, Path directory) {
    this.stand = stand;
    this.directory = directory;
  }

  Path description() {
    return directory.resolve("demo.json");
  }

  Path token() {
    return directory.resolve("token");
  }

  Path addAState() {
    return directory.resolve("add-a-state");
  }

  /** {@code demo.json}: addresses, participants, users with passwords, clients with key files. */
  void describe() throws IOException {
    ObjectNode demo = Json.MAPPER.createObjectNode();
    ObjectNode addresses = demo.putObject("addresses");
    addresses.put("application", stand.applicationUrl());
    addresses.put("contract", stand.applicationUrl() + "/openapi");
    addresses.put("hub", stand.identityProvider().hub());
    addresses.put("hubTokens", stand.identityProvider().hub() + "/protocol/openid-connect/token");
    addresses.put("keycloak", stand.identityProvider().url());
    addresses.put("database", stand.database().url());
    demo.putObject("database")
        .put("user", Database.USER)
        .put("password", stand.database().password());
    demo.putObject("keycloakAdministrator")
        .put("user", Admin.USER)
        .put("password", stand.identityProvider().secrets().password(Admin.USER));
    cast.participants().forEach(member -> describe(demo, member));
    Cast.newcomers().participants().forEach(member -> people(demo, member));
    cast.machines().forEach(machine -> describe(demo, machine));
    Trees.writeOwners(
        description(),
        Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(demo) + "\n");
  }

  private void describe(ObjectNode demo, Cast.Member member) {
    ObjectNode participant =
        demo.withArray("/participants")
            .addObject()
            .put("code", member.code())
            .put("name", member.name())
            .put("kind", member.kind().name())
            .put("provider", member.alias())
            .put("realm", stand.identityProvider().realm(member.alias()));
    member.agencies().forEach(agency -> participant.withArray("/agencies").add(agency.code()));
    people(demo, member);
  }

  private void people(ObjectNode demo, Cast.Member member) {
    for (Cast.Person person : member.people()) {
      demo.withArray("/users")
          .addObject()
          .put("participant", member.code())
          .put("agency", person.agency())
          .put("role", person.role())
          .put("username", person.username())
          .put("password", password(member, person));
    }
  }

  private void describe(ObjectNode demo, Cast.Machine machine) {
    demo.withArray("/clients")
        .addObject()
        .put("clientId", machine.clientId())
        .put("participant", machine.participant())
        .put("role", machine.role())
        .put("keyId", stand.identityProvider().secrets().key(machine.clientId()).getKeyID())
        .put("keyFile", stand.identityProvider().secrets().pem(machine.clientId()).toString());
  }

  String password(Cast.Member member, Cast.Person person) {
    String name = member.alias().toLowerCase(Locale.ROOT) + "/" + person.username();
    return stand.identityProvider().secrets().password(name);
  }

  /** {@code add-a-state}: lets one of the newcomers take part in the running demo. */
  void writeAddAState() throws IOException {
    Secrets secrets = stand.identityProvider().secrets();
    Path password = stand.state().resolve("keycloak-admin");
    Trees.writeOwners(password, secrets.password(Admin.USER));
    String script =
        """
        #!/bin/sh
        # Lets a state take part in the running demo.
        set -eu
        case "${1:-}" in
          %6$s) ;;
          *) echo 'usage: .registan/add-a-state %6$s' >&2; exit 2 ;;
        esac
        export KEYCLOAK='%1$s' ADMIN_PASSWORD_FILE='%2$s' REGISTAN='%3$s'
        OPERATOR_TOKEN=$('%4$s' OPS operator)
        export OPERATOR_TOKEN
        exec '%5$s/add-a-state.sh' '%5$s/states/'"$1".json "$KEYCLOAK/realms/$1"
        """
            .formatted(
                stand.identityProvider().url(),
                password,
                stand.applicationUrl(),
                token(),
                Checkout.root().resolve("deploy"),
                newcomers());
    executable(addAState(), script);
  }

  private static String newcomers() {
    return Cast.newcomers().participants().stream()
        .map(Cast.Member::alias)
        .collect(Collectors.joining("|"));
  }

  private static void executable(Path file, String script) throws IOException {
    Files.writeString(file, script, UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  /** {@code token}: prints a fresh token of whoever is asked for. */
  void writeToken() throws IOException {
    Path arguments = stand.state().resolve("token.arguments");
    Trees.writeOwners(
        arguments,
        """
        -XX:TieredStopAtLevel=1
        -XX:+UseSerialGC
        "-Dstand.checkout=%s"
        -cp
        "%s"
        """
            .formatted(Checkout.root(), String.join(File.pathSeparator, classPath())));
    String script =
        """
        #!/bin/sh
        # Prints a fresh token of the running demo: token PAK officer [AGENCY | USER] | KAZ machine-read
        exec '%s' @'%s' %s '%s' "$@"
        """
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                arguments,
                TokenCommand.class.getName(),
                stand.state());
    executable(token(), script);
  }

  /** Under Maven the class path is its class loader's, not the JVM's. */
  private static List<String> classPath() {
    List<String> parts = new ArrayList<>();
    if (DemoFiles.class.getClassLoader() instanceof URLClassLoader loader) {
      for (URL part : loader.getURLs()) {
        try {
          parts.add(Path.of(part.toURI()).toString());
        } catch (URISyntaxException e) {
          throw new IllegalStateException(e);
        }
      }
    } else {
      parts.add(System.getProperty("java.class.path"));
    }
    return parts;
  }
}
