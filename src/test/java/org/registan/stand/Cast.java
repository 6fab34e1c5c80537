package org.registan.stand;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who takes part in demo and tests: {@code realms/demo-participants.json}. */
@JsonIgnoreProperties("note")
public record Cast(List<Member> participants, List<Machine> machines) {

  /** A state or organisation with its own identity provider, a national realm. */
  public record Member(
      String code,
      Kind kind,
      String name,
      String timeZone,
      List<Membership> regimes,
      List<Agency> agencies,
      List<Person> people) {
    /** The alias of its provider at the hub, and the name of its realm. */
    public String alias() {
      return code.toLowerCase(Locale.ROOT);
    }
  }

  /** A regime that a participant takes part in, or adheres to. */
  public record Membership(String regime, String standing) {}

  /** An agency of a participant. */
  public record Agency(String code, String name, boolean nationalAuthority) {}

  /** Somebody who logs in at the national realm; each has one role. */
  public record Person(
      String username, String firstName, String lastName, String agency, String role) {}

  /** A system that logs in with a key of its own. */
  public record Machine(String clientId, String participant, String role, String name) {}

  /** The same with these participants, in the place of those with the same code. */
  Cast with(List<Member> more) {
    var codes = more.stream().map(Member::code).toList();
    var kept = participants.stream().filter(it -> !codes.contains(it.code()));
    return new Cast(Stream.concat(kept, more.stream()).toList(), machines);
  }

  static Path file() {
    return Checkout.realms().resolve("demo-participants.json");
  }

  public static Cast read() {
    return read(file());
  }

  /** States that are not there at first and may be added while all runs, with their people. */
  public static Cast newcomers() {
    return read(Checkout.realms().resolve("demo-newcomers.json"));
  }

  private static Cast read(Path file) {
    try {
      return Json.MAPPER.readValue(file.toFile(), Cast.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Member participant(String code) {
    return participants.stream()
        .filter(member -> member.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no participant " + code));
  }

  public List<Person> people(String participant, String role) {
    return participant(participant).people().stream()
        .filter(person -> person.role().equals(role))
        .toList();
  }

  public Machine machine(String participant, String role) {
    return machines.stream()
        .filter(machine -> machine.participant().equals(participant))
        .filter(machine -> machine.role().equals(role))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + role + " of " + participant));
  }
}
