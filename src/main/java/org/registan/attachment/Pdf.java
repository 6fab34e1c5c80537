package org.registan.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** What makes a file a PDF (ISO 32000-1, 7.5), and nothing else at once. */
final class Pdf {

  private static final String BEGINNING = "%PDF-";
  private static final String END = "%%EOF";

  /** Within the last bytes, as readers look for it. */
  private static final int NEAR_THE_END = 2_048;

  private Pdf() {}

  static void require(Pieces file) throws Refused {
    var beginning = file.range(0, Math.min(file.length(), BEGINNING.length()));
    if (!new String(beginning, ISO_8859_1).equals(BEGINNING)) {
      throw new Refused("It does not begin as a PDF does.");
    }
    if (!new String(file.tail(NEAR_THE_END), ISO_8859_1).contains(END)) {
      throw new Refused("It does not end as a PDF does; it may have been cut off.");
    }
    if (Directory.isAtTheEndOf(file)) {
      throw new Refused("It is a PDF and a ZIP archive at once.");
    }
  }
}
