package org.registan.kernel;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text folded for look-up: any script to Latin, without accents, in lower case, so that a word is
 * found however it was written.
 */
public final class Folding {

  private static final Transliterator FOLD =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

  private static final String MARKED = "'ʹʺʿʾ’`";

  private static final Pattern MARKS = Pattern.compile("[" + MARKED + "]");

  private static final Pattern HARD_SIGN = Pattern.compile("[ъЪ]");

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Pattern KEPT = Pattern.compile("[\\p{L}\\p{N}" + MARKED + "]");

  private Folding() {}

  /** Where in a text something stands, from its first character to before its end. */
  public record Span(int start, int end) {}

  /**
   * Of ASCII nothing is left to transliterate, and most texts are nothing else. The hard sign goes,
   * as its Latin mark does.
   */
  public static String fold(String text) {
    return isAscii(text)
        ? text.toLowerCase(Locale.ROOT)
        : FOLD.transliterate(HARD_SIGN.matcher(text).replaceAll(""));
  }

  /** The words of a text, folded, in their order. */
  public static List<String> words(String text) {
    return Arrays.stream(BETWEEN.split(MARKS.matcher(fold(text)).replaceAll("")))
        .filter(it -> !it.isBlank())
        .toList();
  }

  /**
   * Where the words stand in the text as it was written. Each span is folded by itself, as folding
   * changes lengths; an ideograph, which is a word of its own when it is folded, has its own span.
   */
  public static List<Span> spans(String text) {
    var spans = new ArrayList<Span>();
    int start = -1;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      boolean alone = Character.isIdeographic(c);
      if (start >= 0 && (alone || separates(c))) {
        spans.add(new Span(start, at));
        start = -1;
      }
      if (alone) {
        spans.add(new Span(at, next));
      } else if (start < 0 && !separates(c)) {
        start = at;
      }
      at = next;
    }
    if (start >= 0) {
      spans.add(new Span(start, text.length()));
    }
    return List.copyOf(spans);
  }

  /** Whether nothing of a word is left of it. A sign such as № becomes letters. */
  private static boolean separates(int c) {
    if (Character.isLetterOrDigit(c) || belongs(c)) {
      return false;
    }
    return c <= ' ' || !KEPT.matcher(fold(Character.toString(c))).find();
  }

  private static boolean belongs(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.OTHER_NUMBER,
          Character.LETTER_NUMBER ->
          true;
      default -> false;
    };
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(it -> it < 128);
  }
}
