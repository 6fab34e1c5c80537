package org.registan.codes;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A code of a control list as the path that leads to it, spelt as its scheme does: {@code 1C350.23}
 * is 1, C, 350, 23. Sorted as lists are: numbers as numbers, {@code z} before {@code aa}, what is
 * above before what is under it.
 */
public record CodePath(List<String> elements) implements Comparable<CodePath> {

  private static final Pattern RUN = Pattern.compile("[0-9]+|[^0-9]+");
  private static final int COUNTED = 2;

  public CodePath {
    elements = List.copyOf(elements);
  }

  /** Whether it stands under another, at any depth, and is not the same. */
  public boolean isUnder(CodePath ancestor) {
    var above = ancestor.elements.size();
    return elements.size() > above && elements.subList(0, above).equals(ancestor.elements);
  }

  /** It and all it stands under, the highest first. */
  public List<CodePath> downwards() {
    return IntStream.rangeClosed(1, elements.size())
        .mapToObj(it -> new CodePath(elements.subList(0, it)))
        .toList();
  }

  @Override
  public int compareTo(CodePath other) {
    return inOrder(elements, other.elements, CodePath::compare);
  }

  /** As lists number: the digits in it as a number, letters as they are counted on. */
  private static int compare(String one, String other) {
    int natural = inOrder(runs(one), runs(other), CodePath::compareRuns);
    return natural != 0 ? natural : one.compareTo(other);
  }

  private static List<String> runs(String element) {
    return RUN.matcher(element).results().map(MatchResult::group).toList();
  }

  private static int compareRuns(String one, String other) {
    boolean number = isNumber(one);
    if (number != isNumber(other)) {
      return number ? -1 : 1;
    }
    if (number) {
      return new BigInteger(one).compareTo(new BigInteger(other));
    }
    boolean counted = one.length() <= COUNTED && other.length() <= COUNTED;
    int longer = counted ? Integer.compare(one.length(), other.length()) : 0;
    return longer != 0 ? longer : one.compareTo(other);
  }

  private static boolean isNumber(String run) {
    return run.charAt(0) >= '0' && run.charAt(0) <= '9';
  }

  private static int inOrder(List<String> one, List<String> other, Comparator<String> each) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int here = each.compare(one.get(i), other.get(i));
      if (here != 0) {
        return here;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}
