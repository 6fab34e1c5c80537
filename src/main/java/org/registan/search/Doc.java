package org.registan.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is indexed of one thing.
 *
 * @param id what its caller knows it by, given back with a hit; never shown to a reader
 * @param group who sees one of a group sees all of it
 * @param order its place among what counts the same; no two documents that one reader sees have the
 *     same, and nothing hidden goes into it, as it goes into cursors
 * @param texts what is searched and highlighted
 * @param terms exact values by name, to be filtered by
 * @param paths by name, paths as the elements that lead there, to be filtered by with all under one
 */
public record Doc(
    long id,
    long group,
    String order,
    List<Text> texts,
    Map<String, Set<String>> terms,
    Map<String, Set<List<String>>> paths) {

  /** The longest order and exact value. */
  static final int LONGEST = 5_000;

  public Doc {
    texts = List.copyOf(texts);
    terms = Map.copyOf(terms);
    paths = Map.copyOf(paths);
    if (order.length() > LONGEST) {
      throw new IllegalArgumentException("the order of a document is too long");
    }
  }

  /** A text of a field in a language, if it is in one. */
  public record Text(String field, String lang, String text) {}
}
