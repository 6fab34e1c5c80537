package org.registan.controllist;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Json;
import org.registan.search.Question;

/**
 * What is looked for.
 *
 * @param text words of which each must be in an entry
 * @param codes paths of codes, which stand for all under them
 * @param headings of which one must stand above an entry
 */
record EntryQuestion(
    ControlLists.Wish wish,
    @Nullable String text,
    List<List<String>> codes,
    List<String> headings,
    List<String> origins,
    List<String> customs) {

  /** The same for the same question alone, for cursors. */
  String written() {
    var day = wish.asOf().map(LocalDate::toString).orElse("");
    var chosen = List.of(wish.owners(), wish.lists(), wish.kinds(), headings, origins, customs);
    return Json.write(Arrays.asList(text, day, chosen, codes));
  }

  Question question() {
    var any = new HashMap<String, List<String>>();
    put(any, EntryDocs.ORIGIN, origins);
    put(any, EntryDocs.HS, customs);
    var below = new HashMap<String, List<List<String>>>();
    put(below, EntryDocs.CODE, codes);
    return new Question(text, any, below);
  }

  private static <T> void put(Map<String, List<T>> all, String name, List<T> values) {
    if (!values.isEmpty()) {
      all.put(name, values);
    }
  }
}
