package org.registan.search;

import java.util.Optional;

/** A place between hits. Its text may be kept in a cursor and stays good on every node. */
public record After(int score, String order) {

  public String text() {
    return score + " " + order;
  }

  public static Optional<After> parse(String text) {
    int space = text.indexOf(' ');
    if (space < 1 || !text.substring(0, space).matches("[0-9]{1,9}")) {
      return Optional.empty();
    }
    return Optional.of(
        new After(Integer.parseInt(text.substring(0, space)), text.substring(space + 1)));
  }
}
