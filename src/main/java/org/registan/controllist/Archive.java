package org.registan.controllist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.registan.web.Problem;

/**
 * A ZIP archive (APPNOTE 4.3) at hand as it came, read by its central directory. All of it was
 * unpacked once, and counted, before any part is read.
 */
final class Archive {

  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 65_535;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_LENGTH = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_LENGTH = 30;

  /** Encrypted, strongly so, or with a directory that is (APPNOTE 4.4.4). */
  private static final int ENCRYPTED = 0x2041;

  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private static final Pattern OUTSIDE =
      Pattern.compile("^/|^\\.\\.$|^\\.\\./|/\\.\\.(/|$)|[\\\\:]");

  private final ByteBuffer bytes;
  private final TableLimits limits;
  private final Map<String, Part> parts = new HashMap<>();

  /** Where a part lies, and what its unpacked bytes sum up to. */
  private record Part(int start, int packed, int method, int sum) {}

  private Archive(byte[] file, TableLimits limits) {
    this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    this.limits = limits;
  }

  static Archive of(byte[] file, TableLimits limits) {
    var archive = new Archive(file, limits);
    try {
      archive.readDirectory();
      archive.unpackOnce();
    } catch (IOException | IndexOutOfBoundsException e) {
      throw damaged();
    }
    return archive;
  }

  /** A part by its name, in which case does not matter (ISO/IEC 29500-2, 6.2.2.3). */
  Optional<InputStream> part(String name) {
    return Optional.ofNullable(parts.get(folded(name))).map(this::open);
  }

  boolean hasOneEndingIn(String ending) {
    return parts.keySet().stream().anyMatch(it -> it.endsWith(ending));
  }

  private void readDirectory() throws IOException {
    var end = end();
    var count = unsigned(end + 10);
    if (count > limits.parts()) {
      throw TableLimits.refused("has more than %,d parts".formatted(limits.parts()));
    }
    int at = bytes.getInt(end + 16);
    for (int n = 0; n < count; n++) {
      at = readEntry(at);
    }
    if (at != end) {
      throw damaged();
    }
  }

  private int end() {
    int last = bytes.limit() - END_LENGTH;
    for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
      if (bytes.getInt(at) == END && unsigned(at + 20) == last - at) {
        return at;
      }
    }
    throw TableLimits.refused("does not end as a workbook does; it may have been cut off");
  }

  private int readEntry(int at) throws IOException {
    var method = unsigned(at + 10);
    if (bytes.getInt(at) != ENTRY || (method != STORED && method != DEFLATED)) {
      throw damaged();
    }
    if ((unsigned(at + 8) & ENCRYPTED) != 0) {
      throw TableLimits.refused("is encrypted");
    }
    var length = unsigned(at + 28);
    var name = UTF_8.newDecoder().decode(bytes.slice(at + ENTRY_LENGTH, length)).toString();
    if (OUTSIDE.matcher(name).find()) {
      throw TableLimits.refused("has a part that leads out of it");
    }
    var part = new Part(start(bytes.getInt(at + 42)), bytes.getInt(at + 20), method, sum(at));
    bytes.slice(part.start(), part.packed());
    if (parts.put(folded(name), part) != null) {
      throw TableLimits.refused("has a part twice");
    }
    return at + ENTRY_LENGTH + length + unsigned(at + 30) + unsigned(at + 32);
  }

  private int sum(int at) {
    return bytes.getInt(at + 16);
  }

  private int start(int local) {
    if (bytes.getInt(local) != LOCAL) {
      throw damaged();
    }
    return local + LOCAL_LENGTH + unsigned(local + 26) + unsigned(local + 28);
  }

  private void unpackOnce() throws IOException {
    var some = new byte[8_192];
    var left = limits.unpacked();
    for (var part : parts.values()) {
      var sum = new CRC32();
      try (var in = open(part)) {
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
          left -= read;
          if (left < 0) {
            throw TableLimits.refused("unpacks to more than an edition does");
          }
          sum.update(some, 0, read);
        }
      }
      if ((int) sum.getValue() != part.sum()) {
        throw damaged();
      }
    }
  }

  private InputStream open(Part part) {
    var packed = new ByteArrayInputStream(bytes.array(), part.start(), part.packed());
    return part.method() == STORED ? packed : new Unpacked(packed);
  }

  /** Gives back, at its end, what memory it had outside of the heap. */
  private static final class Unpacked extends InflaterInputStream {

    Unpacked(InputStream packed) {
      super(packed, new Inflater(true), 8_192);
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }
  }

  private int unsigned(int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static Problem damaged() {
    return TableLimits.refused("is damaged: it cannot be unpacked");
  }
}
