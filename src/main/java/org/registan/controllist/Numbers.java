package org.registan.controllist;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Numbers of a workbook, as text. */
final class Numbers {

  /** As many digits as a spreadsheet shows; what it writes has more, which are noise. */
  private static final MathContext SHOWN = new MathContext(15);

  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?");

  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

  /** The day after 31 December 9999. */
  private static final int DAYS = 2_958_466;

  /** From here on, one less for the 29 February that 1900 had not. */
  private static final int MARCH_1900 = 61;

  private Numbers() {}

  static int whole(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw TableLimits.refused("has a part that is not as in a workbook");
    }
    return Integer.parseInt(text);
  }

  /** A number as a cell shows it, or as what it is shown: a day, or nothing that is taken. */
  static TableCell cell(String number, TableCell.Is is, boolean since1904) {
    if (!NUMBER.matcher(number).matches()) {
      throw TableLimits.refused("has a cell that is no number, and says it is one");
    }
    var value = Double.parseDouble(number);
    if (Double.isInfinite(value)) {
      return new TableCell("", TableCell.Is.ERROR);
    }
    return switch (is) {
      case DAY -> day(value, since1904);
      case TEXT -> TableCell.of(text(value));
      default -> new TableCell("", is);
    };
  }

  private static String text(double value) {
    var shown = new BigDecimal(value).round(SHOWN);
    return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
  }

  private static TableCell day(double value, boolean since1904) {
    var whole = Math.rint(value);
    if (whole != value || value < 1 || value >= DAYS) {
      return new TableCell("", TableCell.Is.TIME);
    }
    var days = (int) whole;
    var day =
        since1904
            ? LocalDate.of(1904, 1, 1).plusDays(days)
            : LocalDate.of(1899, 12, days < MARCH_1900 ? 31 : 30).plusDays(days);
    return new TableCell(day.toString(), TableCell.Is.DAY);
  }
}
