package org.registan.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.registan.identity.Claims;
import org.registan.kernel.Actor;

/**
 * Machine clients, each registered by its participant and approved by a second person. What
 * Keycloak alone knows of a client counts for nothing.
 */
@ApplicationScoped
public class Clients {

  /** A registered machine client. */
  public record Client(
      String clientId, String agency, String keyThumbprint, String role, boolean blocked) {}

  Optional<Actor> admit(Handle handle, Claims claims) {
    return of(handle, claims.participant()).stream()
        .filter(it -> it.clientId().equals(claims.client()) && !it.blocked())
        .filter(it -> it.keyThumbprint().equals(claims.clientKey()))
        .filter(it -> claims.roles().contains(it.role()))
        .findFirst()
        .map(it ->
            new Actor(
                claims.participant(),
                it.agency(),
                Set.of(it.role()),
                claims.subject(),
                it.clientId()));
  }

  public List<Client> of(Handle handle, String participant) {
    return handle
        .createQuery(
            "SELECT client_id, agency, key_thumbprint, role, blocked FROM machine_client"
                + " WHERE participant = :participant ORDER BY client_id")
        .bind("participant", participant)
        .map((row, ctx) ->
            new Client(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5)))
        .list();
  }

  /** Registers a client; false when it is registered already. */
  public boolean register(Handle handle, String participant, Client client) {
    return handle.execute(
            "INSERT IGNORE INTO machine_client (client_id, participant, agency, key_thumbprint, role)"
                + " VALUES (?, ?, ?, ?, ?)",
            client.clientId(),
            participant,
            client.agency(),
            client.keyThumbprint(),
            client.role())
        == 1;
  }

  /**
   * Takes another key for a client in the place of {@code from}; false when that is not its key.
   */
  public boolean rotate(
      Handle handle, String participant, String clientId, String from, String to) {
    return handle.execute(
            "UPDATE machine_client SET key_thumbprint = ?"
                + " WHERE client_id = ? AND participant = ? AND key_thumbprint = ?",
            to,
            clientId,
            participant,
            from)
        == 1;
  }

  public Optional<Client> find(Handle handle, String participant, String clientId) {
    return of(handle, participant).stream()
        .filter(it -> it.clientId().equals(clientId))
        .findFirst();
  }

  public Optional<Client> block(
      Handle handle, String participant, String clientId, boolean blocked) {
    handle.execute(
        "UPDATE machine_client SET blocked = ? WHERE client_id = ? AND participant = ?",
        blocked,
        clientId,
        participant);
    return find(handle, participant, clientId);
  }
}
