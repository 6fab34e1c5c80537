package org.registan.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A filter of the list, and what it must find: just those views that show such a value.
 *
 * @param shows whether a view, as its reader sees it, has the value
 */
record Probe(String parameter, String value, Predicate<JsonNode> shows) {

  /** Beginnings of words that denials may contain, in fields of every layer. */
  static final List<String> WORDS =
      List.of("kabul", "namang", "balkh", "darya", "gulistan", "vessels", "160000", "529900t8");

  Map<String, String> parameters() {
    return Map.of(parameter, value);
  }

  @Override
  public String toString() {
    return parameter + "=" + value;
  }

  static List<Probe> all() {
    var probes = new ArrayList<Probe>();
    for (var owner : Cast.USUAL.owners()) {
      probes.add(new Probe("owner", owner, view -> is(view, "owner", owner)));
    }
    for (var status : List.of("IN_FORCE", "REVOKED", "LAPSED", "ISSUED_IN_ERROR")) {
      probes.add(new Probe("status", status, view -> is(view, "status", status)));
    }
    for (var kind : Codes.KINDS.subList(0, 3)) {
      probes.add(new Probe("denialKind", kind, view -> is(view, "denialKind", kind)));
    }
    for (var country : Codes.ELSEWHERE) {
      probes.add(new Probe("destination", country, view -> is(view, "destination", country)));
    }
    for (var reason : List.of("R10", "R31", "R99")) {
      probes.add(new Probe("reason", reason, view -> has(view.path("reasonCodes"), reason)));
    }
    for (var chapter : List.of("84", "85", "8419", "90")) {
      probes.add(new Probe("hs", chapter, view -> hasHs(view, chapter)));
    }
    var today = LocalDate.now(ZoneOffset.UTC).toString();
    probes.add(new Probe("termTo", today, view -> isNotAfter(view, today)));
    return probes;
  }

  /** The ids of the views that show the value. */
  Set<String> among(Map<String, JsonNode> views) {
    return ids(views, shows);
  }

  /** The ids of the views in which a word begins so. */
  static Set<String> saying(String beginning, Map<String, JsonNode> views) {
    return ids(views, view -> says(view, beginning));
  }

  private static Set<String> ids(Map<String, JsonNode> views, Predicate<JsonNode> which) {
    var ids = new TreeSet<String>();
    views.forEach((id, view) -> {
      if (which.test(view)) {
        ids.add(id);
      }
    });
    return ids;
  }

  private static boolean is(JsonNode view, String field, String value) {
    return view.path(field).asText().equals(value);
  }

  private static boolean isNotAfter(JsonNode view, String day) {
    return view.has("validUntil") && view.path("validUntil").asText().compareTo(day) <= 0;
  }

  private static boolean has(JsonNode array, String value) {
    return Attributes.texts(Attributes.elements(array)).contains(value);
  }

  private static boolean hasHs(JsonNode view, String prefix) {
    return Attributes.elements(view.path("items"))
        .anyMatch(item -> item.path("hsCode").asText().startsWith(prefix));
  }

  private static boolean says(JsonNode node, String beginning) {
    if (node.isTextual()) {
      for (var word : node.asText().toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
        if (word.startsWith(beginning)) {
          return true;
        }
      }
      return false;
    }
    return Attributes.elements(node).anyMatch(child -> says(child, beginning));
  }
}
