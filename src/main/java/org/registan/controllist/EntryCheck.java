package org.registan.controllist;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.registan.codes.CodePath;
import org.registan.codes.CodeScheme;
import org.registan.web.Fault;

/**
 * What does not hold together in the entries of an edition: how they stand to one another and what
 * their codes say of that. What each says by itself is left to {@link EntryWords}. A detail may
 * name a key or code, as these are the caller's own words; never another value.
 */
final class EntryCheck {

  static final int MOST_ENTRIES = 50_000;
  static final int DEEPEST = 12;
  private static final String WHOLE = "/items";

  private final CodeScheme scheme;
  private final EntryWords words;
  private final Findings found = new Findings();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, String> codes = new HashMap<>();
  private final Deque<Open> above = new ArrayDeque<>();

  private EntryCheck(CodeScheme scheme, Set<String> authentic) {
    this.scheme = scheme;
    this.words = new EntryWords(authentic, found);
  }

  /**
   * Every fault, at {@code /items/17/parent}; of very many the first thousand.
   *
   * @param authentic the languages in which the edition is authentic
   */
  static List<Fault> faults(List<Entry> entries, CodeScheme scheme, Set<String> authentic) {
    if (entries.size() > MOST_ENTRIES) {
      return List.of(Fault.at(WHOLE, "are more than %,d".formatted(MOST_ENTRIES)));
    }
    var check = new EntryCheck(scheme, authentic);
    check.all(entries);
    return check.found.all(WHOLE);
  }

  private void all(List<Entry> entries) {
    var all = new HashMap<String, Integer>();
    for (int i = 0; i < entries.size(); i++) {
      all.putIfAbsent(entries.get(i).key(), i);
    }
    for (int i = 0; i < entries.size() && !found.full(); i++) {
      var at = WHOLE + "/" + i;
      var entry = entries.get(i);
      key(entry, i, at);
      stand(entry, all, at);
      var type = EntryType.of(entry.type()).orElse(null);
      if (type == null) {
        found.add(at + "/type", "is no type of entry");
      } else {
        words.check(entry, type, at);
      }
      var path = code(entry, type, at);
      above.push(new Open(entry.key(), type, entry.code(), path));
    }
  }

  private void key(Entry entry, int place, String at) {
    if (places.putIfAbsent(entry.key(), place) != null) {
      found.add(at + "/key", "is there before: " + entry.key());
    }
    if (!EntryWords.isKey(entry.key())) {
      found.add(at + "/key", "is no key");
    }
  }

  /** Closes what it does not stand under, so that only its ancestors are left above. */
  private void stand(Entry entry, Map<String, Integer> all, String at) {
    var parent = entry.parent();
    if (parent == null) {
      above.clear();
      return;
    }
    if (above.stream().noneMatch(it -> it.key().equals(parent))) {
      found.add(at + "/parent", misplaced(entry.key(), parent, all));
      above.clear();
      return;
    }
    while (!above.element().key().equals(parent)) {
      above.pop();
    }
    if (above.size() + 1 > DEEPEST) {
      found.add(at + "/parent", "leads deeper than %d: %s".formatted(DEEPEST, entry.key()));
    }
  }

  private String misplaced(String key, String parent, Map<String, Integer> all) {
    if (key.equals(parent)) {
      return "is the entry itself: " + key;
    }
    if (!all.containsKey(parent)) {
      return "is not there: " + parent;
    }
    return places.containsKey(parent)
        ? "is over already where this stands, apart from its other entries: " + parent
        : "stands after what is under it, or under it itself: " + parent;
  }

  private @Nullable CodePath code(Entry entry, @Nullable EntryType type, String at) {
    var code = entry.code();
    if (code == null) {
      if (type != null && type.code() == EntryType.Code.MUST) {
        found.add(at + "/code", "is required of " + type);
      }
      return null;
    }
    if (type != null && type.code() == EntryType.Code.NONE) {
      found.add(at + "/code", "is none of %s: %s".formatted(type, code));
      return null;
    }
    var path = scheme.parse(code).orElse(null);
    if (path == null) {
      found.add(at + "/code", "is no code of scheme %s: %s".formatted(scheme.name(), code));
      return null;
    }
    if (codes.putIfAbsent(scheme.print(path), entry.key()) != null) {
      found.add(at + "/code", "is there before: " + code);
    }
    under(path, code, type, at);
    return path;
  }

  /** A sub-item's code goes on from that of the entry it stands under. */
  private void under(CodePath path, String code, @Nullable EntryType type, String at) {
    var coded = above.stream().filter(it -> it.code() != null).findFirst().orElse(null);
    if (type == EntryType.SUB_ITEM && (coded == null || !coded.isEntry())) {
      found.add(at + "/parent", "leads to no ENTRY: " + code);
    } else if (coded != null
        && coded.isEntry()
        && coded.path() != null
        && !path.isUnder(coded.path())) {
      found.add(at + "/code", "does not go on from %s: %s".formatted(coded.code(), code));
    }
  }

  /** An entry whose part of the list goes on. */
  private record Open(
      String key, @Nullable EntryType type, @Nullable String code, @Nullable CodePath path) {

    boolean isEntry() {
      return type == EntryType.ENTRY || type == EntryType.SUB_ITEM || type == EntryType.NOT_USED;
    }
  }
}
