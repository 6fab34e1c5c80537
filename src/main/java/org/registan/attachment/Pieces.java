package org.registan.attachment;

/** The bytes of a file in pieces, of which no more than one is at hand at a time. */
interface Pieces {

  /** As many bytes has every piece but the last: one row, one packet, one write to a caller. */
  int SIZE = 262_144;

  int length();

  byte[] piece(int n);

  default int count() {
    return count(length());
  }

  /** In how many pieces so many bytes are kept. */
  static int count(int length) {
    return (length + SIZE - 1) / SIZE;
  }

  /** A few bytes from somewhere within. */
  default byte[] range(int from, int many) {
    var range = new byte[many];
    for (int done = 0; done < many; ) {
      var piece = piece((from + done) / SIZE);
      var at = (from + done) % SIZE;
      var some = Math.min(many - done, piece.length - at);
      System.arraycopy(piece, at, range, done, some);
      done += some;
    }
    return range;
  }

  /** The last bytes, at most so many. */
  default byte[] tail(int most) {
    var many = Math.min(most, length());
    return range(length() - many, many);
  }
}
