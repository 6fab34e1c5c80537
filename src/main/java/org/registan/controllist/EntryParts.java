package org.registan.controllist;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** Entries one after another, of which a part is read when the one before was taken. */
final class EntryParts implements Iterator<JsonNode> {

  private final Function<Integer, Part> read;
  private Iterator<JsonNode> part = Collections.emptyIterator();
  private Optional<Integer> next = Optional.of(0);

  /**
   * @param read a part that begins with a block
   */
  EntryParts(Function<Integer, Part> read) {
    this.read = read;
  }

  /** The entries of some blocks in a row, and the block that comes next. */
  record Part(List<JsonNode> entries, Optional<Integer> next) {}

  @Override
  public boolean hasNext() {
    while (!part.hasNext() && next.isPresent()) {
      var following = read.apply(next.get());
      part = following.entries().iterator();
      next = following.next();
    }
    return part.hasNext();
  }

  @Override
  public JsonNode next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return part.next();
  }
}
