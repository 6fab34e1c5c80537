package org.registan.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.registan.database.Database;
import org.registan.kernel.Digest;
import org.registan.web.Fault;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/** A file as its sender sends it, written away piece by piece, each in a transaction of its own. */
@ApplicationScoped
class Incoming {

  private final Database database;
  private final Attachments attachments;

  Incoming(Database database, Attachments attachments) {
    this.database = database;
    this.attachments = attachments;
  }

  /** How long it was, and its digest in hexadecimal. */
  record Whole(int size, String sha256) {}

  /** Takes all of it, or as much as shows that it is too large. */
  Whole take(Upload upload, InputStream body, long largest) {
    try {
      return take(upload, body, largest, Digest.sha256());
    } catch (IOException e) {
      throw Problem.invalid(List.of(Fault.at("", "broke off")));
    }
  }

  private Whole take(Upload upload, InputStream body, long largest, MessageDigest digest)
      throws IOException {
    var piece = new byte[Pieces.SIZE];
    int n = 0;
    int size = 0;
    int filled = 0;
    for (int read = body.read(piece); read >= 0; read = body.read(piece, filled, room(filled))) {
      upload.requireInTime();
      digest.update(piece, filled, read);
      filled += read;
      size += read;
      if (size > largest) {
        throw Problem.of(ProblemType.BODY_TOO_LARGE, null);
      }
      if (filled == Pieces.SIZE) {
        write(upload, n++, piece);
        filled = 0;
      }
    }
    if (filled > 0) {
      write(upload, n, Arrays.copyOf(piece, filled));
    }
    return new Whole(size, HexFormat.of().formatHex(digest.digest()));
  }

  private static int room(int filled) {
    return Pieces.SIZE - filled;
  }

  private void write(Upload upload, int n, byte[] piece) {
    if (!database.act(handle -> attachments.add(handle, upload.id(), n, piece))) {
      throw upload.gone();
    }
  }
}
