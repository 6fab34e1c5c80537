package org.registan.record;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * By what natural persons are recognised in a free text, however it is written: a word of a name,
 * also with an ending; a number, with or without its separators; an address.
 */
public final class Traces {

  /** Of nobody. */
  public static final Traces NONE = new Traces(List.of(), List.of());

  private static final int SHORTEST_WORD = 3;
  private static final int SHORTEST_NUMBER = 6;

  private final Set<String> whole = new LinkedHashSet<>();
  private final Set<String> inWords = new LinkedHashSet<>();
  private final Set<String> inOne = new LinkedHashSet<>();

  /** Those of these names, and of these numbers and addresses. */
  public Traces(List<String> names, List<String> numbers) {
    names.forEach(this::addName);
    numbers.forEach(this::addNumber);
  }

  private void addName(String name) {
    var folded = Words.folded(name);
    addWhole(folded);
    for (var word : folded.split(" ", -1)) {
      if (word.length() >= SHORTEST_WORD) {
        inWords.add(word.length() == SHORTEST_WORD ? " " + word + " " : " " + word);
      }
    }
  }

  private void addWhole(String folded) {
    if (!folded.isEmpty()) {
      whole.add(folded);
      inWords.add(" " + folded + " ");
    }
  }

  private void addNumber(String number) {
    var folded = Words.folded(number);
    var compact = folded.replace(" ", "");
    if (compact.length() >= SHORTEST_NUMBER) {
      inOne.add(compact);
    } else {
      addWhole(folded);
    }
  }

  /** Whether a text names one of them. */
  public boolean isIn(String text) {
    var some = in(text);
    return !some.inWords.isEmpty() || !some.inOne.isEmpty();
  }

  /** Whether this is the whole name, or the number, of one of them. */
  public boolean isOne(String called) {
    var folded = Words.folded(called);
    return whole.contains(folded) || inOne.contains(folded.replace(" ", ""));
  }

  /** Those that a text names. */
  public Traces in(String text) {
    var folded = Words.folded(text);
    var words = " " + folded + " ";
    var one = folded.replace(" ", "");
    var some = new Traces(List.of(), List.of());
    whole.stream().filter(it -> words.contains(" " + it + " ")).forEach(some.whole::add);
    inWords.stream().filter(words::contains).forEach(some.inWords::add);
    inOne.stream().filter(one::contains).forEach(some.inOne::add);
    return some;
  }

  /** These and those of others. */
  public Traces and(Traces others) {
    var all = new Traces(List.of(), List.of());
    for (var some : List.of(this, others)) {
      all.whole.addAll(some.whole);
      all.inWords.addAll(some.inWords);
      all.inOne.addAll(some.inOne);
    }
    return all;
  }
}
