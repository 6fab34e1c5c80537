package org.registan.controllist;

import java.util.List;

/** Takes the rows of a file as they are read, one at a time, in their order. */
interface TableRows {

  /**
   * A row by its number, from 1; empty ones may be passed over. Of what stands beyond the most
   * columns there may be, one cell is enough.
   */
  void take(int row, List<TableCell> cells);
}
