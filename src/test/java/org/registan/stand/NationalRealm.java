package org.registan.stand;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The identity provider of a participant, as demo and tests have it: a realm from {@code
 * realms/national-realm.json} with the people of that participant.
 */
final class NationalRealm {
  private NationalRealm() {}

  static ObjectNode of(Cast.Member member, Secrets secrets) {
    ObjectNode realm =
        Json.parseObject(
            template()
                .replace("@ALIAS@", member.alias())
                .replace("@NAME@", member.name())
                .replace("@HUB@", "${authBaseUrl}")); // here hub and realm share a Keycloak
    ArrayNode roles = realm.withArray("/roles/realm");
    member.kind().roles().forEach(role -> roles.add(Json.object(Map.of("name", role))));
    ((ObjectNode) realm.at("/scopeMappings/0")).set("roles", Json.array(member.kind().roles()));
    ArrayNode users = realm.withArray("/users");
    for (Cast.Person person : member.people()) {
      users.add(user(member, person, secrets));
    }
    return realm;
  }

  private static ObjectNode user(Cast.Member member, Cast.Person person, Secrets secrets) {
    String host = (person.agency() + "." + member.alias() + ".example").toLowerCase(Locale.ROOT);
    return Json.object(
        Map.of(
            "username", person.username(),
            "enabled", true,
            "email", person.username() + "@" + host,
            "emailVerified", true,
            "firstName", person.firstName(),
            "lastName", person.lastName(),
            "attributes", Map.of("agency", List.of(person.agency())),
            "realmRoles", List.of(person.role()),
            "credentials",
                List.of(
                    Map.of(
                        "type",
                        "password",
                        "value",
                        secrets.password(member.alias() + "/" + person.username()),
                        "temporary",
                        false))));
  }

  private static String template() {
    try {
      return Files.readString(Checkout.realms().resolve("national-realm.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
