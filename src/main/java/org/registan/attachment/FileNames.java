package org.registan.attachment;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a file may be called: anything in any script, but for what leads out of a folder, what
 * nobody sees and what makes it look like another name.
 */
final class FileNames {

  private static final int LONGEST = 200;

  private FileNames() {}

  /** What is wrong with a name. */
  static Optional<String> fault(String name, Form form) {
    if (name.isBlank() || !name.strip().equals(name)) {
      return Optional.of("is blank, or begins or ends so");
    }
    if (name.codePointCount(0, name.length()) > LONGEST) {
      return Optional.of("is longer than %d characters".formatted(LONGEST));
    }
    if (name.contains("/") || name.contains("\\") || name.contains("..")) {
      return Optional.of("is a path: give the name of a file alone");
    }
    if (name.codePoints().anyMatch(FileNames::isUnseen)) {
      return Optional.of("has characters that are not seen, or turn others around");
    }
    return form.fits(name)
        ? Optional.empty()
        : Optional.of("does not end in %s, as its type does".formatted(form.ending()));
  }

  /** The two joiners belong to the spelling of Persian, Urdu and the languages of India. */
  private static boolean isUnseen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.FORMAT -> character != 0x200C && character != 0x200D && !isSeen(character);
      default -> false;
    };
  }

  /** Signs that stand over or before numbers in Arabic, Syriac and Kaithi, and are seen. */
  private static boolean isSeen(int character) {
    return IntStream.of(0x06DD, 0x070F, 0x08E2, 0x110BD, 0x110CD).anyMatch(it -> it == character)
        || (character >= 0x0600 && character <= 0x0605);
  }
}
