package org.registan.controllist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.registan.codes.CodePath;
import org.registan.codes.CodeScheme;
import org.registan.database.Database;
import org.registan.kernel.Actor;
import org.registan.kernel.Json;
import org.registan.kernel.Level;
import org.registan.ledger.Newest;
import org.registan.web.Cursors;

/** Whether a code was controlled on a day, by which words, in each list that the reader sees. */
@ApplicationScoped
class CodeStatuses {

  private final ControlLists lists;
  private final EntryCodes codes;
  private final Database database;

  CodeStatuses(ControlLists lists, EntryCodes codes, Database database) {
    this.lists = lists;
    this.codes = codes;
    this.database = database;
  }

  /** Of each list, by owner and list. */
  Cursors.Page<String> page(
      Actor actor, ControlLists.Wish wish, String code, int limit, Optional<String> cursor) {
    var reading =
        new ControlLists.Reading(Level.DETAIL, "control-list.status", Map.of("code", code));
    var day = lists.day(wish);
    return database.act(handle -> {
      var page = lists.page(handle, actor, wish, reading, limit, cursor);
      var asked = page.items().stream().map(it -> Asked.of(it, code, day)).toList();
      return new Cursors.Page<>(statuses(handle, asked), page.next());
    });
  }

  /** A code looked for in an edition, in the canonical forms of its list. */
  private record Asked(
      Newest.Found found, JsonNode view, CodeScheme scheme, List<String> path, LocalDate day) {

    static Asked of(Newest.Found found, String code, LocalDate day) {
      var view = Json.parse(found.seen().json());
      var scheme = Json.to(view.path("entries"), EditionContent.Entries.class).scheme();
      return new Asked(found, view, scheme, path(scheme, code), day);
    }

    /** It and all it stands under, the highest first. */
    private static List<String> path(CodeScheme scheme, String code) {
      return scheme.parse(code).stream()
          .map(CodePath::downwards)
          .flatMap(List::stream)
          .map(scheme::print)
          .toList();
    }

    String status(Entry entry) {
      if (entry.type().equals(EntryType.NOT_USED.name())) {
        return "NOT_USED";
      }
      var later = entry.effectiveFrom();
      return later != null && later.isAfter(day) ? "NOT_YET" : "LISTED";
    }

    boolean isAsked(EntryCodes.Coded coded) {
      return !path.isEmpty() && path.getLast().equals(coded.code());
    }
  }

  private List<String> statuses(Handle handle, List<Asked> asked) {
    var records = asked.stream().map(it -> it.found().id()).collect(Collectors.toSet());
    var all = asked.stream().flatMap(it -> it.path().stream()).collect(Collectors.toSet());
    var found =
        codes.find(handle, records, all).stream()
            .collect(Collectors.groupingBy(EntryCodes.Coded::record));
    return asked.stream()
        .map(it -> status(it, found.getOrDefault(it.found().id(), List.of())))
        .map(Json::write)
        .toList();
  }

  private static ObjectNode status(Asked asked, List<EntryCodes.Coded> found) {
    var answer = Json.object().put("owner", asked.found().owner());
    answer.put("list", asked.found().series());
    answer.set("edition", EditionNames.of(asked.view()));
    if (asked.path().isEmpty()) {
      return answer.put("status", "NOT_A_CODE");
    }
    var above =
        found.stream()
            .filter(it -> asked.path().contains(it.code()))
            .sorted(Comparator.comparingInt(it -> asked.path().indexOf(it.code())))
            .toList();
    if (above.isEmpty()) {
      return answer.put("status", "NOT_LISTED");
    }
    var nearest = above.getLast();
    var entry = nearest.entry(asked.scheme());
    var isListed = asked.isAsked(nearest);
    answer.put("status", isListed ? asked.status(entry) : "NOT_LISTED");
    if (!isListed) {
      answer.put("under", entry.code());
    }
    var entries = answer.putArray("entries");
    headings(asked, above).forEach(it -> entries.add(Json.tree(it)));
    words(nearest.entries(), entry, isListed).forEach(it -> entries.add(Json.tree(it)));
    return answer;
  }

  /** Categories and groups, each of which is a block by itself. */
  private static Stream<Entry> headings(Asked asked, List<EntryCodes.Coded> above) {
    var block = above.getLast().n();
    return above.stream().filter(it -> it.n() != block).map(it -> it.entry(asked.scheme()));
  }

  /** What leads to an entry, each with its notes, and, when it is the one, all that is under it. */
  private static List<Entry> words(List<Entry> block, Entry entry, boolean whole) {
    var leading = new HashSet<String>();
    leading.add(entry.key());
    for (var each : block.reversed()) {
      if (leading.contains(each.key()) && each.parent() != null) {
        leading.add(each.parent());
      }
    }
    var under = new HashSet<>(Set.of(entry.key()));
    var words = new ArrayList<Entry>();
    for (var each : block) {
      var parent = each.parent() == null ? "" : each.parent();
      var isUnder = whole && under.contains(parent);
      if (isUnder) {
        under.add(each.key());
      }
      if (isUnder || leading.contains(each.key()) || (leading.contains(parent) && each.isNote())) {
        words.add(each);
      }
    }
    return words;
  }
}
