package org.registan.stand;

import com.nimbusds.jose.jwk.ECKey;
import java.net.http.HttpClient;
import java.util.Map;

/** The log-in of a participant's system: client credentials, proven by its key. */
public final class MachineLogin {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String hub;

  public MachineLogin(String hub) {
    this.hub = hub;
  }

  public Token login(String clientId, ECKey key) {
    return new HubClient(http, hub, clientId, key)
        .token(Map.of("grant_type", "client_credentials"));
  }

  /** The same for a token bound to the key that made this DPoP proof. */
  public Token login(String clientId, ECKey key, String proof) {
    return new HubClient(http, hub, clientId, key)
        .token(Map.of("grant_type", "client_credentials"), Map.of("DPoP", proof));
  }
}
