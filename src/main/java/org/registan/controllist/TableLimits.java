package org.registan.controllist;

import java.util.List;
import org.registan.web.Fault;
import org.registan.web.Problem;

/**
 * How much of anything a file may hold, so that no file takes more memory than is there.
 *
 * @param rows of entries
 * @param columns that a heading may name
 * @param cell characters of a cell
 * @param faults that are told
 * @param bytes of the file as it comes
 * @param parts of a workbook
 * @param unpacked bytes of all parts of a workbook, or of a file that is not packed
 * @param content characters of all cells; a cell and each value in it count as some more
 */
record TableLimits(
    int rows,
    int columns,
    int cell,
    int faults,
    int bytes,
    int parts,
    long unpacked,
    long content) {

  static final TableLimits USUAL =
      new TableLimits(
          50_000, 100, 30_000, 1_000, 16_000_000, 1_000, 64L * 1_024 * 1_024, 50_000_000);

  /** What a value takes beside its characters, reckoned in characters. */
  private static final int FRAME = 50;

  /** Counts what is kept of a file. */
  final class Room {

    private long taken;

    void take(String text, long values) {
      taken += text.length() + FRAME * values;
      if (taken > content) {
        throw refused("holds more than an edition does");
      }
    }
  }

  Room room() {
    return new Room();
  }

  /** A file that is not taken at all. */
  static Problem refused(String why) {
    return Problem.invalid(List.of(Fault.at("", why)));
  }
}
