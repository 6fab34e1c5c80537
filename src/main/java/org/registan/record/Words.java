package org.registan.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words folded for look-up: any script to Latin, without accents, in lower case, so that a name is
 * found however it was written.
 */
public final class Words {

  private static final Transliterator FOLD =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

  private static final Pattern MARKS = Pattern.compile("['ʹʺʿʾ’`]");

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Words() {}

  public static Set<String> of(String text) {
    var words = new LinkedHashSet<String>();
    each(text).forEach(words::add);
    return words;
  }

  /** All words of a text, folded, in their order with a space between. */
  static String folded(String text) {
    return each(text).collect(Collectors.joining(" "));
  }

  private static Stream<String> each(String text) {
    return Arrays.stream(BETWEEN.split(MARKS.matcher(fold(text)).replaceAll("")))
        .filter(it -> !it.isBlank());
  }

  /** Of ASCII nothing is left to transliterate, and most texts are nothing else. */
  static String fold(String text) {
    return text.chars().allMatch(it -> it < 128)
        ? text.toLowerCase(Locale.ROOT)
        : FOLD.transliterate(text);
  }

  /**
   * The words of every text in a document.
   *
   * @param known what texts were folded to before, as layers have most in common
   */
  static Set<String> in(JsonNode document, Map<String, Set<String>> known) {
    var words = new LinkedHashSet<String>();
    collect(document, known, words);
    return words;
  }

  private static void collect(JsonNode node, Map<String, Set<String>> known, Set<String> words) {
    if (node.isTextual()) {
      words.addAll(known.computeIfAbsent(node.textValue(), Words::of));
    } else {
      node.forEach(it -> collect(it, known, words));
    }
  }
}
