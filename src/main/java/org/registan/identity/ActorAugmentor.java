package org.registan.identity;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Role;
import org.registan.web.Visit;

/**
 * Turns a verified token into the actor it stands for, or refuses it. A browser that is refused
 * keeps its session, without actor or role, so that the person can be told and can log out.
 */
@ApplicationScoped
class ActorAugmentor implements SecurityIdentityAugmentor {

  static final String ACTOR = "registan.actor";
  static final String UNTIL = "registan.until";

  private static final String TENANT = "tenant-id";
  private static final String CONSOLE = "web";

  private final Admission admission;

  ActorAugmentor(Admission admission) {
    this.admission = admission;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return augment(identity, context, Map.of());
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity,
      AuthenticationRequestContext context,
      Map<String, Object> attributes) {
    var request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
    return identity.getPrincipal() instanceof OidcJwtCallerPrincipal token
        ? context.runBlocking(() -> admitted(identity, token, request))
        : Uni.createFrom().item(identity);
  }

  private SecurityIdentity admitted(
      SecurityIdentity identity, OidcJwtCallerPrincipal token, @Nullable RoutingContext request) {
    var bare =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(identity.getPrincipal())
            .addCredentials(identity.getCredentials())
            .addAttributes(identity.getAttributes());
    var actor = claims(token).flatMap(admission::admit);
    if (actor.isEmpty() && !CONSOLE.equals(identity.getAttribute(TENANT))) {
      throw new AuthenticationFailedException("not admitted");
    }
    actor.ifPresent(it -> {
      if (request != null) {
        Visit.by(request, it);
      }
      bare.addAttribute(ACTOR, it)
          .addAttribute(UNTIL, Instant.ofEpochSecond(token.getExpirationTime()))
          .addRoles(it.roles());
      if (!it.roles().isEmpty()) {
        bare.addRole(Role.ANY);
      }
    });
    return bare.build();
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
            token.getClaim("provider_subject"),
            token.getClaim("agency"),
            roles(token.getClaim("roles")),
            client,
            token.getClaim("client_key")));
  }

  private static Set<String> roles(@Nullable Object claim) {
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
