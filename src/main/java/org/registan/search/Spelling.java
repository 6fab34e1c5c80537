package org.registan.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.registan.kernel.Folding;

/** The words of texts as they are indexed, looked for and highlighted: the same for all three. */
final class Spelling {

  /** Of a longer word so much is looked at. */
  private static final int LONGEST = 100;

  private static final int MEMORY = 1 << 15;

  /** A stretch of a text and the words it folds to, nearly always one. */
  record Stretch(int start, int end, List<String> words) {}

  private record Known(String written, List<String> words) {}

  /** Other scripts are slow to fold and use the same words again and again. */
  private final AtomicReferenceArray<Known> known = new AtomicReferenceArray<>(MEMORY);

  List<Stretch> stretches(String text) {
    var stretches = new ArrayList<Stretch>();
    for (var span : Folding.spans(text)) {
      var words = folded(text.substring(span.start(), span.end()));
      if (!words.isEmpty()) {
        stretches.add(new Stretch(span.start(), span.end(), words));
      }
    }
    return stretches;
  }

  List<String> words(String text) {
    return stretches(text).stream().flatMap(it -> it.words().stream()).toList();
  }

  /** A code without what stands between its parts. */
  static String code(List<String> words) {
    return cut(String.join("", words));
  }

  private List<String> folded(String written) {
    int at = written.hashCode() & (MEMORY - 1);
    var before = known.get(at);
    if (before != null && before.written.equals(written)) {
      return before.words;
    }
    var words = Folding.words(written).stream().map(Spelling::cut).toList();
    known.set(at, new Known(written, words));
    return words;
  }

  /** Never between the halves of a character. */
  private static String cut(String word) {
    return word.codePointCount(0, word.length()) <= LONGEST
        ? word
        : word.substring(0, word.offsetByCodePoints(0, LONGEST));
  }
}
