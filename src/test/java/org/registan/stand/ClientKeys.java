package org.registan.stand;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.util.Map;

/** A client's public key as Keycloak keeps it, and its RFC 7638 thumbprint. */
public final class ClientKeys {
  private ClientKeys() {}

  public static String thumbprint(ECKey key) {
    try {
      return key.computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Map<String, String> attributes(ECKey publicKey) {
    return Map.of(
        "use.jwks.url", "false",
        "use.jwks.string", "true",
        "jwks.string", jwks(publicKey),
        "token.endpoint.auth.signing.alg", "ES256");
  }

  static String jwks(ECKey publicKey) {
    return "{\"keys\":[" + publicKey.toPublicJWK().toJSONString() + "]}";
  }
}
