package org.registan.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.registan.kernel.Folding;

/** The words of texts and documents, folded, by which records are looked up. */
public final class Words {

  private Words() {}

  public static Set<String> of(String text) {
    return new LinkedHashSet<>(Folding.words(text));
  }

  /** All words of a text, folded, in their order with a space between. */
  static String folded(String text) {
    return String.join(" ", Folding.words(text));
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
