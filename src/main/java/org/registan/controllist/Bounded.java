package org.registan.controllist;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/** A body of which no more than so many bytes are taken. */
final class Bounded extends FilterInputStream {

  private long left;

  Bounded(InputStream in, long most) {
    super(in);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    return counted(super.read(), 1);
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    var read = super.read(into, from, length);
    return counted(read, read);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private int counted(int result, int more) {
    left -= Math.max(0, more);
    if (left < 0) {
      throw Problem.of(ProblemType.BODY_TOO_LARGE, null);
    }
    return result;
  }
}
