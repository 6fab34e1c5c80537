package org.registan.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.LinkedHashSet;
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
    return Arrays.stream(BETWEEN.split(FOLD.transliterate(text).replaceAll("['ʹʺʿʾ’`]", "")))
        .filter(it -> !it.isBlank());
  }

  /** The words of every text in a document. */
  static Set<String> in(JsonNode document) {
    var words = new LinkedHashSet<String>();
    collect(document, words);
    return words;
  }

  private static void collect(JsonNode node, Set<String> words) {
    if (node.isTextual()) {
      words.addAll(of(node.textValue()));
    } else {
      node.forEach(it -> collect(it, words));
    }
  }
}
