package org.registan.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param text words of which each must be found somewhere in a document; without any text every
 *     document is found, of a text that has no words none
 * @param any exact values by name: of each name one suffices
 * @param below paths by name: of each name the document's must be one of these or under one
 */
public record Question(
    @Nullable String text,
    Map<String, ? extends Collection<String>> any,
    Map<String, ? extends Collection<List<String>>> below) {

  public static Question of(String text) {
    return new Question(text, Map.of(), Map.of());
  }
}
