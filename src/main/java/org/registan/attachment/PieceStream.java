package org.registan.attachment;

import java.io.InputStream;
import java.util.Objects;

/** A file from its first byte to its last. */
final class PieceStream extends InputStream {

  private final Pieces pieces;
  private byte[] piece = {};
  private int next;
  private int at;

  PieceStream(Pieces pieces) {
    this.pieces = pieces;
  }

  @Override
  public int read() {
    return isOver() ? -1 : piece[at++] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int most) {
    Objects.checkFromIndexSize(from, most, into.length);
    if (most == 0) {
      return 0;
    }
    if (isOver()) {
      return -1;
    }
    var some = Math.min(most, piece.length - at);
    System.arraycopy(piece, at, into, from, some);
    at += some;
    return some;
  }

  /** How many bytes were taken. */
  long taken() {
    return (long) Math.max(0, next - 1) * Pieces.SIZE + at;
  }

  private boolean isOver() {
    if (at == piece.length && next < pieces.count()) {
      piece = pieces.piece(next++);
      at = 0;
    }
    return at == piece.length;
  }
}
