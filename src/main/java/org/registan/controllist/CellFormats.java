package org.registan.controllist;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** As what the numbers of a workbook are shown, by the styles of their cells. */
final class CellFormats {

  private static final int MOST = 65_500;

  /** As Excel has it. */
  private static final int LONGEST = 255;

  /** What is shown as it is: quoted, escaped, a colour or condition. */
  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!(h+|m+|s+)\\])[^\\]]*\\]");

  private static final Pattern DAY = Pattern.compile("[yd]|^[^hs]*m[^hs]*$");
  private static final Pattern TIME = Pattern.compile("[hs]");
  private static final Pattern POWER = Pattern.compile("e[+-]");

  private final List<TableCell.Is> styles = new ArrayList<>();

  private CellFormats() {}

  static CellFormats none() {
    return new CellFormats();
  }

  static CellFormats read(InputStream part) {
    var formats = new CellFormats();
    var own = new HashMap<Integer, TableCell.Is>();
    try (var xml = new PartXml(part)) {
      var within = false;
      while (xml.nextStart()) {
        switch (xml.name()) {
          case "numFmt" ->
              own.put(
                  Numbers.whole(xml.attribute("numFmtId")),
                  of(checked(xml.attribute("formatCode"))));
          case "cellStyleXfs", "cellStyles", "dxfs" -> within = false;
          case "cellXfs" -> within = true;
          case "xf" -> {
            if (within) {
              formats.add(own, xml.attribute("numFmtId"));
            }
          }
          default -> {
            // fonts, fills and borders say nothing
          }
        }
        if (own.size() > MOST || formats.styles.size() > MOST) {
          throw TableLimits.refused("has more styles than a workbook may");
        }
      }
    }
    return formats;
  }

  private static String checked(String format) {
    if (format.length() > LONGEST) {
      throw TableLimits.refused("has a number format that is too long");
    }
    return format;
  }

  private void add(Map<Integer, TableCell.Is> own, String format) {
    var id = format.isEmpty() ? 0 : Numbers.whole(format);
    styles.add(own.getOrDefault(id, builtIn(id)));
  }

  /** What a number in a cell of this style is shown as. */
  TableCell.Is of(int style) {
    return style < styles.size() ? styles.get(style) : TableCell.Is.TEXT;
  }

  /** ISO/IEC 29500-1, 18.8.30. */
  private static TableCell.Is builtIn(int id) {
    return switch (id) {
      case 11, 48 -> TableCell.Is.POWER;
      case 14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 ->
          TableCell.Is.DAY;
      case 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56 -> TableCell.Is.TIME;
      default -> TableCell.Is.TEXT;
    };
  }

  private static TableCell.Is of(String format) {
    var shown = LITERAL.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
    if (POWER.matcher(shown).find()) {
      return TableCell.Is.POWER;
    }
    if (shown.equals("general")) {
      return TableCell.Is.TEXT;
    }
    if (DAY.matcher(shown).find()) {
      return TableCell.Is.DAY;
    }
    return TIME.matcher(shown).find() ? TableCell.Is.TIME : TableCell.Is.TEXT;
  }
}
