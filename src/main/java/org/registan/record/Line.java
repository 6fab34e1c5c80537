package org.registan.record;

import java.util.Map;

/**
 * A row of a file.
 *
 * @param row its number, the heading being 1
 * @param cells what stands in it, by column; without the empty ones
 */
public record Line(int row, Map<String, String> cells) {

  public String cell(String column) {
    return cells.getOrDefault(column, "");
  }
}
