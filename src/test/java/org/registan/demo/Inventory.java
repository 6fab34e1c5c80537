package org.registan.demo;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.registan.demo.Api.Caller;

/** What the three states have on the platform already, by their own national references. */
final class Inventory {

  /** One record as its owner sees it. */
  record Entry(
      String id,
      String reference,
      String status,
      boolean held,
      int version,
      LocalDate decisionDate) {

    static Entry of(JsonNode view) {
      return new Entry(
          view.path("id").asText(),
          view.path("reference").asText(),
          view.path("status").asText(),
          view.path("held").asBoolean(),
          view.path("version").asInt(),
          LocalDate.parse(view.path("decisionDate").asText()));
    }

    boolean isDraft() {
      return status.equals("DRAFT");
    }

    boolean isInForce() {
      return status.equals("IN_FORCE");
    }
  }

  private final Map<String, Entry> entries = new HashMap<>();

  static Inventory read(Api api) {
    var inventory = new Inventory();
    for (var owner : Owners.ALL) {
      var officer = new Caller(owner, "officer");
      for (var filter : List.of("?owner=" + owner, "?status=DRAFT")) {
        Pages.all(api, officer, "/v1/denials" + filter)
            .forEach(view -> inventory.add(api, officer, view));
      }
    }
    return inventory;
  }

  Optional<Entry> find(DemoDenial denial) {
    return Optional.ofNullable(entries.get(key(denial.owner(), denial.nationalReference())));
  }

  /** By how many weeks an earlier, unfinished load moved most of its dates. */
  Optional<Long> weeks() {
    return DemoDenials.shifted(0).stream()
        .flatMap(denial -> find(denial).map(entry -> weeks(denial, entry)).stream())
        .collect(groupingBy(identity(), counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  private static long weeks(DemoDenial denial, Entry entry) {
    return ChronoUnit.WEEKS.between(denial.decisionDate(), entry.decisionDate());
  }

  private void add(Api api, Caller officer, JsonNode view) {
    var reference = nationalReference(api, officer, view);
    if (!reference.isEmpty()) {
      entries.put(key(officer.participant(), reference), Entry.of(view));
    }
  }

  /** Of a record withdrawn in error little remains; its first version still has the reference. */
  private static String nationalReference(Api api, Caller officer, JsonNode view) {
    var withdrawn = view.path("status").asText().equals("ISSUED_IN_ERROR");
    if (view.has("nationalReference") || !withdrawn) {
      return view.path("nationalReference").asText("");
    }
    var first = api.get(officer, "/v1/denials/" + view.path("id").asText() + "/versions/1");
    return first.body().path("nationalReference").asText("");
  }

  private static String key(String owner, String nationalReference) {
    return owner + " " + nationalReference;
  }
}
