package org.registan.stand;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Fresh tokens of the demo's people and systems, kept while they have a minute to live. */
public final class Tokens {
  private static final Duration LEFT = Duration.ofSeconds(60);

  private volatile Cast cast = Cast.read().with(Cast.newcomers().participants());
  private final Map<String, Token> kept = new ConcurrentHashMap<>();
  private final Secrets secrets;
  private final BrokerLogin persons;
  private final MachineLogin machines;

  Tokens(IdentityProvider provider, String console) {
    this.secrets = provider.secrets();
    this.persons = new BrokerLogin(provider.hub(), console, secrets.key(Federation.WEB));
    this.machines = new MachineLogin(provider.hub());
  }

  /** People of a participant that joined later can log in from now on. */
  synchronized void add(Cast.Member member) {
    cast = cast.with(List.of(member));
  }

  /** The first person, or the system, of a participant with this role. */
  public Token of(String participant, String role) {
    return role.startsWith("machine-")
        ? ofMachine(cast.machine(participant, role).clientId())
        : ofPerson(participant, cast.people(participant, role).getFirst().username());
  }

  /** The first person of an agency, or the one of this user name, with this role. */
  public Token of(String participant, String role, String which) {
    return ofPerson(
        participant,
        cast.people(participant, role).stream()
            .filter(person -> person.agency().equals(which) || person.username().equals(which))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no " + role + " of " + which))
            .username());
  }

  public Token ofPerson(String participant, String username) {
    String alias = cast.participant(participant).alias();
    String name = alias + "/" + username;
    return fresh(name, () -> persons.login(alias, username, secrets.password(name)));
  }

  public Token ofMachine(String clientId) {
    return fresh(clientId, () -> machines.login(clientId, secrets.key(clientId)));
  }

  private Token fresh(String name, Supplier<Token> login) {
    return kept.compute(
        name,
        (key, token) ->
            token != null && token.expires().isAfter(Instant.now().plus(LEFT))
                ? token
                : login.get());
  }
}
