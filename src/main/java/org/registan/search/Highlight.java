package org.registan.search;

import java.util.List;

/**
 * A text in which something was found, in pieces, of which some are what was found.
 *
 * @param cutBefore whether the text begins before the first piece
 * @param cutAfter whether it goes on after the last
 */
public record Highlight(
    String field, String lang, List<Piece> pieces, boolean cutBefore, boolean cutAfter) {

  /** Some of the text as it was written. */
  public record Piece(String text, boolean found) {}
}
