package org.registan.kernel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, for whom: built once per request from the verified token and the platform's own
 * registers, never from what the request says.
 *
 * @param participant code of the state or organisation
 * @param agency the agency of that participant it acts for
 * @param account the hub's subject, pinned to the participant
 * @param client id of the machine client; absent for a person
 */
public record Actor(
    String participant, String agency, Set<String> roles, String account, @Nullable String client) {

  public Actor {
    roles = Set.copyOf(roles);
  }

  private static final String PLATFORM = "platform";

  /** The platform itself, which does what an owner settled beforehand; no caller can be it. */
  public static Actor platform(String owner, String agency) {
    return new Actor(owner, agency, Set.of(), PLATFORM, PLATFORM);
  }

  /** Whether this account is the platform's own. */
  public static boolean isPlatform(@Nullable String account) {
    return PLATFORM.equals(account);
  }

  public boolean isPerson() {
    return client == null;
  }

  /** Of whose records it may know at all: a machine that only submits, of its own state's. */
  public boolean mayRead(String owner) {
    return owner.equals(participant) || mayReadOthers();
  }

  /** Whether it may know of other states' records. */
  public boolean mayReadOthers() {
    return !roles.equals(Set.of(Role.MACHINE_SUBMIT));
  }

  public boolean has(String role) {
    return roles.contains(role);
  }
}
