package org.registan.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.List;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** Characters of a file, of which no row may have more than memory should hold. */
public final class RowReader extends FilterReader {

  /** With what is read ahead, less than stored JSON may hold in one text. */
  static final int LONGEST = 900_000;

  private static final char MARK = '\uFEFF';

  private int since;
  private int row = 1;

  public RowReader(Reader in) {
    super(new PushbackReader(in));
  }

  /** A byte order mark is not part of the text. */
  public void skipMark() throws IOException {
    var first = super.read();
    if (first >= 0 && first != MARK) {
      ((PushbackReader) in).unread(first);
    }
  }

  /** Says that a row has come to its end. */
  public void nextRow() {
    since = 0;
    row++;
  }

  @Override
  public int read() throws IOException {
    return counted(super.read(), 1);
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    var read = super.read(into, from, length);
    return counted(read, read);
  }

  private int counted(int result, int more) {
    since += Math.max(0, more);
    if (since > LONGEST) {
      throw Problem.invalid(List.of(Fault.at("", "row %d is too long".formatted(row))));
    }
    return result;
  }
}
