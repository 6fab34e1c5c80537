package org.registan.implementation;

import java.util.regex.Pattern;

/** Text as a cell of a workbook holds it (ISO/IEC 29500, ST_Xstring). */
final class SheetText {

  /** What would be read as one character, is none in XML, or is cut off at either end. */
  private static final Pattern UNSAFE =
      Pattern.compile("_(?=x[0-9A-Fa-f]{4})|[\\uFFFE\\uFFFF]|\\A\\s|\\s\\z");

  private SheetText() {}

  static String of(String text) {
    return UNSAFE.matcher(text).replaceAll(it -> "_x%04X_".formatted((int) it.group().charAt(0)));
  }
}
