package org.registan.controllist;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.registan.codes.CodeScheme;
import org.registan.codes.ControlCode;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.ledger.Newest;
import org.registan.ledger.Query;
import org.registan.record.CodeBook;
import org.registan.web.Fault;

/** Codes that records name, looked up in the editions that their drafter sees in full. */
@ApplicationScoped
class CitedCodes implements CodeBook {

  /** A list with the state it is of, or one of the drafter's own state. */
  private static final Pattern LIST =
      Pattern.compile("(?:([A-Z]{3})/)?([A-Z0-9](?:[A-Z0-9-]{0,28}[A-Z0-9])?)");

  private final EditionType type;
  private final Newest newest;
  private final EntryCodes codes;

  CitedCodes(EditionType type, Newest newest, EntryCodes codes) {
    this.type = type;
    this.newest = newest;
    this.codes = codes;
  }

  /** A list or an edition of a state. */
  private record Place(String owner, String name) {}

  /**
   * A code of a list that may be held here.
   *
   * @param mustBe whether it can be no other list, as its state is named with it
   * @param edition its edition, if that is named
   */
  private record Cited(Named named, Place list, boolean mustBe, @Nullable Place edition) {

    static Stream<Cited> of(Named named, Actor actor) {
      var form = LIST.matcher(named.list());
      if (!form.matches() || ControlCode.parse(named.code()).isEmpty()) {
        return Stream.empty(); // what is no code at all is told without any list
      }
      var owner = form.group(1) == null ? actor.participant() : form.group(1);
      var list = form.group(2);
      var edition = named.edition();
      return Stream.of(
          new Cited(
              named,
              new Place(owner, list),
              form.group(1) != null,
              edition == null ? null : new Place(owner, EditionType.name(list, edition))));
    }

    /** Where no edition is named, or to know whether the list is held here. */
    Stream<Place> lists() {
      return edition == null || !mustBe ? Stream.of(list) : Stream.empty();
    }

    Stream<Place> editions() {
      return Stream.ofNullable(edition);
    }

    Fault fault(String member, String detail) {
      return Fault.at(named.at() + "/" + member, detail);
    }
  }

  /** An edition that the drafter sees. */
  private record Opened(UUID record, CodeScheme scheme) {

    static Opened of(Newest.Found found) {
      var view = Json.parse(found.seen().json());
      var entries = Json.to(view.path("entries"), EditionContent.Entries.class);
      return new Opened(found.id(), entries.scheme());
    }

    Optional<String> canonical(Cited cited) {
      return scheme.canonical(cited.named().code());
    }
  }

  /** A code in an edition, in its canonical form there. */
  private record Coded(UUID record, String code) {}

  @Override
  public List<Fault> faults(Handle handle, Actor actor, LocalDate day, List<Named> codes) {
    var cited = codes.stream().flatMap(it -> Cited.of(it, actor)).toList();
    var until = Map.of("effectiveFrom", new Query.Range(null, day.toString()));
    var onTheDay =
        editions(handle, actor, "list", cited.stream().flatMap(Cited::lists).toList(), until);
    var named =
        editions(
            handle,
            actor,
            EditionType.NAMED,
            cited.stream().flatMap(Cited::editions).toList(),
            Map.of());
    var asked = new HashMap<Cited, Opened>();
    for (var it : cited) {
      var edition = it.edition() == null ? onTheDay.get(it.list()) : named.get(it.edition());
      if (edition != null) {
        asked.put(it, edition);
      }
    }
    var entries = entries(handle, asked);
    return cited.stream()
        .flatMap(it ->
            asked.containsKey(it)
                ? fault(it, asked.get(it), entries)
                : unknown(it, onTheDay.containsKey(it.list())))
        .toList();
  }

  /** Of editions, or of lists the editions that took effect last, those that the drafter sees. */
  private Map<Place, Opened> editions(
      Handle handle,
      Actor actor,
      String series,
      List<Place> places,
      Map<String, Query.Range> ranges) {
    var owners = places.stream().map(Place::owner).filter(actor::mayRead).distinct().sorted();
    var names = places.stream().map(Place::name).distinct().sorted().toList();
    var query =
        new Query(
            owners.toList(),
            List.of(EditionType.NOTIFIED),
            null,
            null,
            Map.of(series, names),
            Map.of(),
            ranges);
    if (query.owners().isEmpty()) {
      return Map.of();
    }
    var order = new Newest.Order(series, "effectiveFrom", Level.CORE, Level.DETAIL, true);
    var wish = new Newest.Wish(type, query, order, "control-list.cited", Map.of());
    var asked = Set.copyOf(places);
    return newest
        .consulted(handle, actor, wish, it -> asked.contains(new Place(it.owner(), it.series())))
        .stream()
        .collect(Collectors.toMap(it -> new Place(it.owner(), it.series()), Opened::of));
  }

  /** The entries that have the codes. */
  private Map<Coded, Entry> entries(Handle handle, Map<Cited, Opened> asked) {
    var editions = new HashMap<UUID, Opened>();
    asked.values().forEach(it -> editions.put(it.record(), it));
    var canonical = new HashSet<String>();
    asked.forEach((cited, edition) -> edition.canonical(cited).ifPresent(canonical::add));
    var entries = new HashMap<Coded, Entry>();
    for (var it : codes.find(handle, editions.keySet(), canonical)) {
      var scheme = Objects.requireNonNull(editions.get(it.record())).scheme();
      entries.putIfAbsent(new Coded(it.record(), it.code()), it.entry(scheme));
    }
    return entries;
  }

  private static Stream<Fault> unknown(Cited cited, boolean isHeld) {
    if (cited.edition() != null && (cited.mustBe() || isHeld)) {
      return Stream.of(cited.fault("edition", "is not an edition of that list that you see"));
    }
    return cited.mustBe()
        ? Stream.of(
            cited.fault("list", "has no edition that you see in effect on the day of the decision"))
        : Stream.empty();
  }

  private static Stream<Fault> fault(Cited cited, Opened edition, Map<Coded, Entry> entries) {
    var entry = edition.canonical(cited).map(it -> entries.get(new Coded(edition.record(), it)));
    if (entry.isEmpty()) {
      return Stream.of(cited.fault("code", "is not in that edition of the list"));
    }
    return entry.get().type().equals(EntryType.NOT_USED.name())
        ? Stream.of(cited.fault("code", "is not used in that edition of the list"))
        : Stream.empty();
  }
}
