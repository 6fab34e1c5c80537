package org.registan.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.registan.kernel.Folding;

/** The words of texts as they are indexed, looked for and highlighted: the same for all three. */
final class Spelling {

  /** Of a longer word so much is looked at. */
  private static final int LONGEST = 100;

  private static final int MEMORY = 1 << 15;

  /**
   * A stretch of a text and the words it folds to, nearly always one.
   *
   * @param also other spellings under which it is found
   */
  record Stretch(int start, int end, List<String> words, List<String> also) {

    List<String> all() {
      return Stream.concat(words.stream(), also.stream()).toList();
    }

    /** Each of its words in all its spellings. */
    List<Set<String>> each() {
      return also.isEmpty()
          ? words.stream().map(Set::of).toList()
          : List.of(new LinkedHashSet<>(all()));
    }
  }

  private record Known(String written, List<String> words, List<String> also) {}

  /** Other scripts are slow to fold and use the same words again and again. */
  private final AtomicReferenceArray<Known> known = new AtomicReferenceArray<>(MEMORY);

  List<Stretch> stretches(String text) {
    var stretches = new ArrayList<Stretch>();
    for (var span : Folding.spans(text)) {
      var read = read(text.substring(span.start(), span.end()));
      if (!read.words.isEmpty()) {
        stretches.add(new Stretch(span.start(), span.end(), read.words, read.also));
      }
    }
    return stretches;
  }

  /** A code without what stands between its parts. */
  static String code(List<Stretch> stretches) {
    return cut(stretches.stream().flatMap(it -> it.words.stream()).collect(Collectors.joining()));
  }

  private Known read(String written) {
    int at = written.hashCode() & (MEMORY - 1);
    var before = known.get(at);
    if (before != null && before.written.equals(written)) {
      return before;
    }
    var words = folded(written);
    var also = Uzbek.isCyrillic(written) ? folded(Uzbek.latin(written)) : words;
    boolean other = words.size() == 1 && also.size() == 1 && !also.equals(words);
    var read = new Known(written, words, other ? also : List.of());
    known.set(at, read);
    return read;
  }

  private static List<String> folded(String written) {
    return Folding.words(written).stream().map(Spelling::cut).toList();
  }

  /** Never between the halves of a character. */
  private static String cut(String word) {
    return word.codePointCount(0, word.length()) <= LONGEST
        ? word
        : word.substring(0, word.offsetByCodePoints(0, LONGEST));
  }
}
