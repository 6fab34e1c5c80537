package org.registan.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.registan.database.Database;

/**
 * The bytes of files, in pieces. What is still coming in nobody sees; what is stored is read by
 * whoever sees it named in its record, which is looked at before each piece.
 */
@ApplicationScoped
class Attachments {

  private final Database database;

  Attachments(Database database) {
    this.database = database;
  }

  /** Bytes of an owner's files, each that still comes in counted as so many. */
  long held(Handle handle, String owner, long coming) {
    return handle
        .createQuery(
            "SELECT COALESCE(SUM(COALESCE(size, :coming)), 0) FROM attachment WHERE owner = :owner")
        .bind("owner", owner)
        .bind("coming", coming)
        .mapTo(Long.class)
        .one();
  }

  /** Begins to take one in; false when its record is there no more. */
  boolean begin(Handle handle, Upload upload) {
    return handle.execute(
            "INSERT INTO attachment (id, owner, record, state, file_name, media_type, received_at)"
                + " SELECT ?, owner, id, 'RECEIVING', ?, ?, ? FROM record"
                + " WHERE id = ? AND owner = ? LOCK IN SHARE MODE",
            upload.id(),
            upload.fileName(),
            upload.form().mediaType(),
            upload.since(),
            upload.record(),
            upload.actor().participant())
        == 1;
  }

  /** Writes a piece; false when it no longer comes in. */
  boolean add(Handle handle, UUID id, int n, byte[] bytes) {
    return handle.execute(
            "INSERT INTO attachment_piece (attachment, n, bytes) SELECT id, ?, ? FROM attachment"
                + " WHERE id = ? AND state = 'RECEIVING' LOCK IN SHARE MODE",
            n,
            bytes,
            id)
        == 1;
  }

  /** Says that all of it is there and named in its record; false when it no longer comes in. */
  boolean store(Handle handle, Attachment it) {
    return handle.execute(
            "UPDATE attachment SET state = 'STORED', size = ?, sha256 = ?"
                + " WHERE id = ? AND state = 'RECEIVING'",
            it.size(),
            it.sha256(),
            it.id())
        == 1;
  }

  Optional<byte[]> piece(Handle handle, UUID record, UUID id, int n) {
    return handle
        .createQuery(
            "SELECT p.bytes FROM attachment a JOIN attachment_piece p ON p.attachment = a.id"
                + " WHERE a.id = :id AND a.record = :record AND p.n = :n")
        .bind("id", id)
        .bind("record", record)
        .bind("n", n)
        .map((row, ctx) -> row.getBytes(1))
        .findOne();
  }

  /** What came in of an upload, the last piece at hand; each read in a transaction of its own. */
  Pieces pieces(Upload upload, int length) {
    return new Pieces() {
      private int last = -1;
      private byte[] bytes = new byte[0];

      @Override
      public int length() {
        return length;
      }

      @Override
      public byte[] piece(int n) {
        if (n != last) {
          bytes =
              database
                  .act(handle -> Attachments.this.piece(handle, upload.record(), upload.id(), n))
                  .orElseThrow(upload::gone);
          last = n;
        }
        return bytes;
      }
    };
  }

  /** Removes one that did not come in whole. */
  void drop(Handle handle, UUID id) {
    handle.execute("DELETE FROM attachment WHERE id = ? AND state = 'RECEIVING'", id);
  }

  /** Removes one that its record no longer names. */
  void delete(Handle handle, UUID record, UUID id) {
    handle.execute("DELETE FROM attachment WHERE id = ? AND record = ?", id, record);
  }

  /** Removes some that began to come in before {@code then} and never ended; how many. */
  int sweep(Handle handle, Instant then, int some) {
    return handle.execute(
        "DELETE FROM attachment WHERE state = 'RECEIVING' AND received_at < ?"
            + " ORDER BY received_at, id LIMIT ?",
        then,
        some);
  }
}
