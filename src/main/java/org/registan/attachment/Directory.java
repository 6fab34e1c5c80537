package org.registan.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/**
 * The central directory of a ZIP archive (APPNOTE 4.3.12, 4.3.16). Word reads an archive by it, a
 * stream by the entries themselves: an archive in which the two differ is two archives.
 */
final class Directory {

  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 65_535;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_LENGTH = 46;
  private static final int LOCAL_LENGTH = 30;
  private static final int LONGEST = 2_000_000;
  private static final int LOCAL = 0x04034b50;
  private static final int ENCRYPTED = 1;

  /** The sizes stand after the entry, in a descriptor of at most so many bytes. */
  private static final int DESCRIBED_AFTER = 8;

  private static final int DESCRIPTOR = 24;

  private final Pieces file;
  private final ByteBuffer bytes;
  private final int start;
  private final List<Entry> entries = new ArrayList<>();

  /** An entry: its name, and its bytes as they are packed. */
  record Entry(String name, long packed) {}

  private Directory(Pieces file, int start, int length) {
    this.file = file;
    this.start = start;
    this.bytes = ByteBuffer.wrap(file.range(start, length)).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Whether a file ends as an archive does, whatever it begins with. */
  static boolean isAtTheEndOf(Pieces file) {
    var tail = littleEndian(file.tail(END_LENGTH + LONGEST_COMMENT));
    for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
      var comment = tail.limit() - END_LENGTH - at;
      if (tail.getInt(at) == END && Short.toUnsignedInt(tail.getShort(at + 20)) == comment) {
        return true;
      }
    }
    return false;
  }

  /** All entries, in the order in which they lie in the file without a gap. */
  static List<Entry> entries(Pieces file) throws Refused {
    var end = littleEndian(file.tail(END_LENGTH));
    if (end.limit() < END_LENGTH || end.getInt(0) != END || end.getShort(20) != 0) {
      throw new Refused("It does not end as a DOCX does; it may have been cut off.");
    }
    var length = Integer.toUnsignedLong(end.getInt(12));
    var start = Integer.toUnsignedLong(end.getInt(16));
    if (end.getInt(4) != 0 || length > LONGEST || start + length + END_LENGTH != file.length()) {
      throw new Refused("Its directory does not lie where a DOCX has it.");
    }
    var directory = new Directory(file, (int) start, (int) length);
    directory.read(Short.toUnsignedInt(end.getShort(10)));
    return directory.entries;
  }

  private void read(int count) throws Refused {
    if (count > Docx.MOST_ENTRIES) {
      throw new Refused("It has more than %d entries.".formatted(Docx.MOST_ENTRIES));
    }
    long from = 0;
    long to = 0;
    int at = 0;
    for (int n = 0; n < count; n++) {
      requireRoom(at, ENTRY_LENGTH);
      var name = Short.toUnsignedInt(bytes.getShort(at + 28));
      var rest = unsigned(at + 30) + unsigned(at + 32);
      requireRoom(at, ENTRY_LENGTH + name + rest);
      var local = Integer.toUnsignedLong(bytes.getInt(at + 42));
      if (bytes.getInt(at) != ENTRY || local < from || local > to) {
        throw damaged();
      }
      if ((bytes.getShort(at + 8) & ENCRYPTED) != 0) {
        throw new Refused("It has encrypted entries.");
      }
      var packed = Integer.toUnsignedLong(bytes.getInt(at + 20));
      from = local + LOCAL_LENGTH + name + extra(local, name) + packed;
      to = from + ((bytes.getShort(at + 8) & DESCRIBED_AFTER) != 0 ? DESCRIPTOR : 0);
      entries.add(new Entry(text(at + ENTRY_LENGTH, name), packed));
      at += ENTRY_LENGTH + name + rest;
    }
    if (at != bytes.limit() || start < from || start > to) {
      throw damaged();
    }
  }

  /** How much more than its name the entry itself begins with, where the directory has it lie. */
  private int extra(long local, int name) throws Refused {
    if (local + LOCAL_LENGTH > start) {
      throw damaged();
    }
    var header = littleEndian(file.range((int) local, LOCAL_LENGTH));
    if (header.getInt(0) != LOCAL || Short.toUnsignedInt(header.getShort(26)) != name) {
      throw damaged();
    }
    return Short.toUnsignedInt(header.getShort(28));
  }

  private int unsigned(int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  private void requireRoom(int at, int length) throws Refused {
    if (at + length > bytes.limit()) {
      throw damaged();
    }
  }

  private String text(int at, int length) throws Refused {
    try {
      return UTF_8.newDecoder().decode(bytes.slice(at, length)).toString();
    } catch (CharacterCodingException e) {
      throw damaged();
    }
  }

  private static Refused damaged() {
    return new Refused("Its directory does not fit what is in it.");
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
