package org.registan.participant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Role;

/**
 * A state, by its ISO 3166-1 alpha-3 code, or an organisation such as {@code UN1540}.
 *
 * @param provider alias of its identity provider in the hub
 * @param regimes the export-control regimes it takes part in or adheres to
 */
public record Participant(
    String code,
    Kind kind,
    JsonNode names,
    String timeZone,
    String provider,
    List<Agency> agencies,
    List<Membership> regimes) {

  /** What takes part: states share; organisations receive what names them; one runs the house. */
  public enum Kind {
    STATE,
    ORGANISATION,
    OPERATOR;

    /** The roles that this kind's own provider may give. */
    Set<String> roles() {
      return switch (this) {
        case STATE -> Set.of(Role.OFFICER, Role.RELEASER, Role.STATE_ADMIN, Role.AUDITOR);
        case ORGANISATION -> Set.of(Role.EXPERT, Role.COMMITTEE, Role.SECRETARIAT);
        case OPERATOR -> Set.of(Role.OPERATOR);
      };
    }
  }

  /** How a participant stands to a regime. */
  public record Membership(String regime, Standing standing) {}

  /** A regime's participant has its rights and duties; an adherent follows its rules by itself. */
  public enum Standing {
    PARTICIPANT,
    ADHERENT
  }

  /** One of a participant's bodies; releasers of the national authority approve for all. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Agency(
      String id, JsonNode names, boolean nationalAuthority, @Nullable String contact) {

    /** Whether an entry gives it the names and the contact it has. */
    public boolean isCalled(JsonNode entry) {
      return names.equals(entry.path("names"))
          && Objects.equals(contact, entry.path("contact").textValue());
    }
  }

  public Optional<Agency> agency(String id) {
    return agencies.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** The regimes it takes part in. */
  public Set<String> participatesIn() {
    return regimes.stream()
        .filter(it -> it.standing() == Standing.PARTICIPANT)
        .map(Membership::regime)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The regimes whose rules it follows, as a participant or as an adherent. */
  public Set<String> adheresTo() {
    return regimes.stream().map(Membership::regime).collect(Collectors.toUnmodifiableSet());
  }

  /** The agency whose releasers decide for all of it. */
  public Optional<Agency> nationalAuthority() {
    return agencies.stream().filter(Agency::nationalAuthority).findFirst();
  }

  /** Whether it can be given records: states and organisations can, the operator never. */
  public boolean receives() {
    return kind != Kind.OPERATOR;
  }
}
