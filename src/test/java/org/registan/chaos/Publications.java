package org.registan.chaos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.registan.kernel.Json;

/** What one state was told is done of the editions of its control lists, each by its path. */
final class Publications {
  private static final LocalDate FIRST = LocalDate.of(2012, 1, 1);

  /** An edition with what it says of itself and its entries, as acknowledged. */
  record Edition(String path, String status, ObjectNode header, ArrayNode entries) {
    static Edition draft(String path, ObjectNode header) {
      return new Edition(path, "DRAFT", header, Json.MAPPER.createArrayNode());
    }

    Edition with(ArrayNode now) {
      return new Edition(path, status, header, now);
    }

    Edition amended(ObjectNode now) {
      return new Edition(path, status, now, entries);
    }

    Edition in(String now) {
      return new Edition(path, now, header, entries);
    }

    String id() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    String list() {
      return header.at("/list/key").asText();
    }

    String from() {
      return header.path("effectiveFrom").asText();
    }

    boolean isDraft() {
      return status.equals("DRAFT");
    }

    boolean isNotified() {
      return status.equals("NOTIFIED");
    }
  }

  private final Map<String, Edition> editions = new ConcurrentHashMap<>();
  private final Set<String> thrownAway = ConcurrentHashMap.newKeySet();
  private final AtomicInteger begun = new AtomicInteger();

  /** A day of its own for each edition, all past, each later than those before. */
  LocalDate nextDay() {
    return FIRST.plusDays(begun.incrementAndGet());
  }

  void put(Edition edition) {
    editions.put(edition.path(), edition);
  }

  void throwAway(Edition draft) {
    editions.remove(draft.path());
    thrownAway.add(draft.path());
  }

  Set<String> thrownAway() {
    return Set.copyOf(thrownAway);
  }

  /** By list, and of each the earliest first. */
  List<Edition> all() {
    return editions.values().stream()
        .sorted(Comparator.comparing(Edition::list).thenComparing(Edition::from))
        .toList();
  }

  Optional<Edition> one(Random chance, Predicate<Edition> wanted) {
    var fitting = all().stream().filter(wanted).toList();
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(fitting.get(chance.nextInt(fitting.size())));
  }

  /** Of a list, the last of those that fit. */
  Optional<Edition> newest(String list, Predicate<Edition> wanted) {
    return all().stream()
        .filter(it -> it.isNotified() && it.list().equals(list) && wanted.test(it))
        .reduce((before, later) -> later);
  }
}
