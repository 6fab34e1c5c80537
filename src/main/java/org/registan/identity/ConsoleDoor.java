package org.registan.identity;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Sends whoever comes to the console without a session to log in, when the provider they name is a
 * participant's. Nobody else is sent to the hub, which could not say who should log them in.
 */
@ApplicationScoped
class ConsoleDoor implements HttpSecurityPolicy {

  private static final String HINT = "kc_idp_hint";

  private final Admission admission;

  ConsoleDoor(Admission admission) {
    this.admission = admission;
  }

  @Override
  public String name() {
    return "console";
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request,
      Uni<SecurityIdentity> identity,
      AuthorizationRequestContext authorization) {
    return authorization.runBlocking(
        request,
        identity,
        (asked, who) -> {
          var hints = asked.request().params().getAll(HINT);
          var unknown = hints.size() != 1 || !admission.knowsProvider(hints.getFirst());
          return !who.isAnonymous() || unknown ? CheckResult.PERMIT : CheckResult.DENY;
        });
  }
}
