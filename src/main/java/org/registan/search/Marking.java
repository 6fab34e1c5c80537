package org.registan.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows in the texts of one document, as they were written, what was found there. A long text is
 * cut to a window that begins shortly before the first find.
 */
final class Marking {

  /** The window, in characters, and how much of it stands before the first find. */
  static final int WINDOW = 400;

  static final int BEFORE = 80;

  private final Indexed indexed;
  private final Spelling spelling;
  private final Wording wording;

  Marking(Indexed indexed, Spelling spelling, Wording wording) {
    this.indexed = indexed;
    this.spelling = spelling;
    this.wording = wording;
  }

  List<Highlight> of(List<Doc.Text> texts) {
    var highlights = new ArrayList<Highlight>();
    for (var text : texts) {
      var made = of(text);
      if (made != null) {
        highlights.add(made);
      }
    }
    return List.copyOf(highlights);
  }

  private @Nullable Highlight of(Doc.Text text) {
    var stretches = spelling.stretches(text.text());
    if (stretches.isEmpty()) {
      return null;
    }
    if (indexed.isCode(text.field())) {
      var code = Spelling.code(stretches);
      var whole =
          new Spelling.Stretch(
              stretches.getFirst().start(), stretches.getLast().end(), List.of(code), List.of());
      return wording.finds(code, true) ? shown(text, List.of(whole), List.of(whole)) : null;
    }
    var found =
        stretches.stream()
            .filter(it -> it.all().stream().anyMatch(word -> wording.finds(word, false)))
            .toList();
    return found.isEmpty() ? null : shown(text, stretches, found);
  }

  private static Highlight shown(
      Doc.Text text, List<Spelling.Stretch> stretches, List<Spelling.Stretch> found) {
    var written = text.text();
    int start = 0;
    int end = written.length();
    if (end > WINDOW) {
      start = begin(stretches, found.getFirst());
      end = end(stretches, start, found.getFirst(), end);
    }
    var pieces = new ArrayList<Highlight.Piece>();
    int at = start;
    for (var each : found) {
      if (each.end() <= end) {
        add(pieces, written.substring(at, each.start()), false);
        add(pieces, written.substring(each.start(), each.end()), true);
        at = each.end();
      }
    }
    add(pieces, written.substring(at, end), false);
    return new Highlight(
        text.field(), text.lang(), List.copyOf(pieces), start > 0, end < written.length());
  }

  /** With a word, or from the very beginning. */
  private static int begin(List<Spelling.Stretch> stretches, Spelling.Stretch first) {
    if (first.start() <= BEFORE) {
      return 0;
    }
    return stretches.stream()
        .mapToInt(Spelling.Stretch::start)
        .filter(it -> it >= first.start() - BEFORE)
        .findFirst()
        .orElse(first.start());
  }

  /** After a word: the last that goes into the window, or the find itself. */
  private static int end(
      List<Spelling.Stretch> stretches, int start, Spelling.Stretch first, int length) {
    if (length - start <= WINDOW) {
      return length;
    }
    return stretches.stream()
        .mapToInt(Spelling.Stretch::end)
        .filter(it -> it <= start + WINDOW)
        .reduce(first.end(), Math::max);
  }

  private static void add(List<Highlight.Piece> pieces, String text, boolean found) {
    if (!text.isEmpty()) {
      pieces.add(new Highlight.Piece(text, found));
    }
  }
}
