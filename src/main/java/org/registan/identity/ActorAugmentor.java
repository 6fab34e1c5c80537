package org.registan.identity;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Turns a verified token into the actor it stands for, or refuses it. */
@ApplicationScoped
class ActorAugmentor implements SecurityIdentityAugmentor {

  static final String ACTOR = "registan.actor";

  private final Admission admission;

  ActorAugmentor(Admission admission) {
    this.admission = admission;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return identity.getPrincipal() instanceof OidcJwtCallerPrincipal token
        ? context.runBlocking(() -> admitted(identity, token))
        : Uni.createFrom().item(identity);
  }

  private SecurityIdentity admitted(SecurityIdentity identity, OidcJwtCallerPrincipal token) {
    var actor =
        claims(token)
            .flatMap(admission::admit)
            .orElseThrow(() -> new AuthenticationFailedException("not admitted"));
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addCredentials(identity.getCredentials())
        .addAttributes(identity.getAttributes())
        .addAttribute(ACTOR, actor)
        .addRoles(actor.roles())
        .build();
  }

  private static Optional<Claims> claims(OidcJwtCallerPrincipal token) {
    String participant = token.getClaim("participant");
    String client = token.getClaim("azp");
    if (participant == null || client == null || token.getSubject() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Claims(
            token.getSubject(),
            participant,
            token.getClaim("idp"),
            token.getClaim("agency"),
            roles(token.getClaim("roles")),
            client,
            token.getClaim("client_key")));
  }

  private static Set<String> roles(@org.jspecify.annotations.Nullable Object claim) {
    var roles = new HashSet<String>();
    if (claim instanceof JsonArray array) {
      for (var value : array) {
        if (value instanceof JsonString text) {
          roles.add(text.getString());
        }
      }
    }
    return roles;
  }
}
