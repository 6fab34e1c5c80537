package org.registan.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What makes a file a DOCX (ECMA-376, part 2): a ZIP archive of one document, without macros, which
 * unpacks to no more than a document needs. It is read to its end once, a little at a time.
 */
final class Docx {

  static final int MOST_ENTRIES = 5_000;

  private static final String TYPES = "[Content_Types].xml";
  private static final String DOCUMENT = "word/document.xml";
  private static final long MOST_BYTES = 200_000_000;
  private static final long MOST_AT_ANY_RATIO = 1_000_000;
  private static final int MOST_RATIO = 100;
  private static final int MOST_TYPES = 500_000;

  /** How an older, or an encrypted, document of Word begins (MS-CFB). */
  private static final int COMPOUND_FILE = 0xD0;

  private static final Pattern OUTSIDE =
      Pattern.compile("^/|^\\.\\.$|^\\.\\./|/\\.\\.(/|$)|[\\\\:]");

  /** By whatever name it goes, the list of types says what it is; roundabout ways are not taken. */
  private static final Pattern MACROS = Pattern.compile("vbaproject|vbadata|macroenabled");

  private static final Pattern ROUNDABOUT = Pattern.compile("&#|<!doctype|<!entity");

  private final PieceStream in;
  private final List<Directory.Entry> entries = new ArrayList<>();
  private final byte[] some = new byte[8_192];
  private long unpacked;

  private Docx(PieceStream in) {
    this.in = in;
  }

  static void require(Pieces file) throws Refused {
    if (file.length() > 0 && (file.range(0, 1)[0] & 0xFF) == COMPOUND_FILE) {
      throw new Refused("It is encrypted, or of an older form of Word.");
    }
    var listed = Directory.entries(file);
    requireFit(listed.stream().map(Directory.Entry::name).toList());
    var docx = new Docx(new PieceStream(file));
    try {
      docx.unpack();
    } catch (IOException | IllegalArgumentException e) {
      throw new Refused("It cannot be unpacked.");
    }
    if (!docx.entries.equals(listed)) {
      throw new Refused("Its directory does not fit what is in it.");
    }
  }

  private static void requireFit(List<String> names) throws Refused {
    if (!Set.copyOf(names).containsAll(Set.of(TYPES, DOCUMENT))) {
      throw new Refused("It has not the parts of a DOCX.");
    }
    var seen = new HashSet<String>();
    for (var name : names) {
      var folded = name.toLowerCase(Locale.ROOT);
      if (OUTSIDE.matcher(name).find()) {
        throw new Refused("It has an entry that leads out of it.");
      }
      if (!seen.add(folded)) {
        throw new Refused("It has an entry twice.");
      }
      if (folded.endsWith("vbaproject.bin")) {
        throw new Refused("It has macros.");
      }
    }
  }

  private void unpack() throws IOException, Refused {
    try (var zip = new ZipInputStream(in)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entries.size() == MOST_ENTRIES) {
          throw new Refused("It has more than %d entries.".formatted(MOST_ENTRIES));
        }
        if (entry.getName().equals(TYPES)) {
          var types = new ByteArrayOutputStream();
          read(zip, types);
          requireNoMacros(types.toString(ISO_8859_1));
        } else {
          read(zip, null);
        }
        entries.add(new Directory.Entry(entry.getName(), entry.getCompressedSize()));
      }
    }
  }

  private void read(ZipInputStream zip, @Nullable ByteArrayOutputStream kept)
      throws IOException, Refused {
    for (int read = zip.read(some); read >= 0; read = zip.read(some)) {
      unpacked += read;
      if (unpacked > MOST_BYTES
          || (unpacked > MOST_AT_ANY_RATIO && unpacked > MOST_RATIO * in.taken())) {
        throw new Refused("It unpacks to more than a document needs.");
      }
      if (kept != null) {
        kept.write(some, 0, read);
        if (kept.size() > MOST_TYPES) {
          throw new Refused("Its list of types is too long.");
        }
      }
    }
  }

  /** In whichever encoding, letters are told by their bytes without the zeros between them. */
  private static void requireNoMacros(String types) throws Refused {
    var text = types.replace("\0", "").toLowerCase(Locale.ROOT);
    if (MACROS.matcher(text).find()) {
      throw new Refused("It has macros.");
    }
    if (ROUNDABOUT.matcher(text).find()) {
      throw new Refused("Its list of types is not in plain words.");
    }
  }
}
