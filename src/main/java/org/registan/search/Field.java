package org.registan.search;

/**
 * A field of documents that is searched, and how much a word found in it counts.
 *
 * @param code whether each text is one code: found as a whole or by its beginning, however it is
 *     punctuated, and without mercy for typos
 */
public record Field(String name, boolean code, int weight) {

  public Field {
    if (weight < 1) {
      throw new IllegalArgumentException("a field without weight is not searched: " + name);
    }
  }

  public static Field words(String name, int weight) {
    return new Field(name, false, weight);
  }

  public static Field code(String name, int weight) {
    return new Field(name, true, weight);
  }
}
