package org.registan.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as a cell of a workbook holds it (ISO/IEC 29500, ST_Xstring). */
public final class SheetText {

  /** What would be read as one character, is none in XML, or is cut off at either end. */
  private static final Pattern UNSAFE =
      Pattern.compile(
          "_(?=x[0-9A-Fa-f]{4})|[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|\\A\\s|\\s\\z");

  private static final Pattern CODED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private SheetText() {}

  public static String of(String text) {
    return UNSAFE.matcher(text).replaceAll(it -> "_x%04X_".formatted((int) it.group().charAt(0)));
  }

  /** What {@link #of} was given. */
  public static String original(String cell) {
    return CODED
        .matcher(cell)
        .replaceAll(it ->
            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(it.group(1), 16))));
  }
}
