package org.registan.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a verified token of the hub says. Nothing here counts until {@link Admission} has held it
 * against the platform's own registers.
 *
 * @param participant fixed by the hub per provider or machine client
 * @param provider alias of the provider that authenticated a person; absent for a machine
 * @param providerSubject whom that provider calls this person ({@code sub}, OpenID Connect Core 2)
 * @param agency asserted by the national provider
 * @param client the OAuth client the token was issued to ({@code azp})
 * @param clientKey RFC 7638 thumbprint of a machine's key
 */
public record Claims(
    String subject,
    String participant,
    @Nullable String provider,
    @Nullable String providerSubject,
    @Nullable String agency,
    Set<String> roles,
    String client,
    @Nullable String clientKey) {

  public Claims {
    roles = Set.copyOf(roles);
  }
}
