package org.registan.controllist;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/** Bytes of a file, of which no more are taken than so many. */
final class BoundedStream extends FilterInputStream {

  private long left;

  BoundedStream(InputStream in, long most) {
    super(in);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    var one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    var read = super.read(into, from, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) {
    left -= read;
    if (left < 0) {
      throw Problem.of(ProblemType.BODY_TOO_LARGE, null);
    }
  }
}
