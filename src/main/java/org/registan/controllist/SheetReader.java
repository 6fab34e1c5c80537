package org.registan.controllist;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.registan.record.SheetText;
import org.registan.web.Problem;

/** The rows of a sheet, one at a time; every cell as the text that it shows. */
final class SheetReader {

  private static final Pattern PLACE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");

  private static final Pattern DAY = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(T00:00:00.*)?");

  private final List<String> strings;
  private final CellFormats formats;
  private final boolean since1904;
  private final TableLimits limits;
  private final TextPieces text;
  private final List<TableCell> cells = new ArrayList<>();
  private int row;
  private int column;
  private boolean formula;
  private String type = "";
  private String style = "";

  SheetReader(List<String> strings, CellFormats formats, boolean since1904, TableLimits limits) {
    this.strings = strings;
    this.formats = formats;
    this.since1904 = since1904;
    this.limits = limits;
    this.text = new TextPieces(limits.cell());
  }

  void read(InputStream part, TableRows rows) {
    try (var xml = new PartXml(part)) {
      var within = false;
      for (var step = xml.next(); step != PartXml.Step.FINISH; step = xml.next()) {
        if (step != PartXml.Step.TEXT && xml.name().equals("sheetData")) {
          within = step == PartXml.Step.START;
        } else if (within) {
          text.see(step, xml);
          switch (step) {
            case START -> start(xml);
            case END -> end(xml.name(), rows);
            default -> {
              // the text has it
            }
          }
        }
      }
    }
  }

  private void start(PartXml xml) {
    switch (xml.name()) {
      case "row" -> {
        var number = xml.attribute("r");
        var next = number.isEmpty() ? row + 1 : Numbers.whole(number);
        requireInOrder(row, next);
        row = next;
        column = 0;
        cells.clear();
      }
      case "c" -> {
        var next = column(xml.attribute("r"));
        requireInOrder(column, next);
        column = next;
        type = xml.attribute("t");
        style = xml.attribute("s");
        formula = false;
        text.taken();
      }
      case "f" -> formula = true;
      default -> {
        // what is in a cell
      }
    }
  }

  /** From 1. */
  private int column(String place) {
    if (place.isEmpty()) {
      return column + 1;
    }
    var parts = PLACE.matcher(place);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) != row) {
      throw malformed();
    }
    return parts.group(1).chars().reduce(0, (sum, letter) -> 26 * sum + letter - 'A' + 1);
  }

  private static void requireInOrder(int last, int next) {
    if (next <= last) {
      throw malformed();
    }
  }

  private void end(String name, TableRows rows) {
    if (name.equals("c")) {
      put(formula ? new TableCell("", TableCell.Is.FORMULA) : cell(text.taken()));
    } else if (name.equals("row") && !cells.isEmpty()) {
      rows.take(row, List.copyOf(cells));
    }
  }

  /** Of the cells beyond the most columns, the last that has something in it stands for all. */
  private void put(TableCell cell) {
    if (!cell.isBlank()) {
      var at = Math.min(column - 1, limits.columns());
      while (cells.size() <= at) {
        cells.add(TableCell.EMPTY);
      }
      cells.set(at, cell);
    }
  }

  private TableCell cell(String value) {
    return switch (type) {
      case "inlineStr", "str" -> TableCell.of(plain(SheetText.original(value)));
      case "s" -> value.isEmpty() ? TableCell.EMPTY : TableCell.of(plain(shared(value)));
      case "b" -> TableCell.of(value.equals("1") || value.equals("true") ? "TRUE" : "FALSE");
      case "d" -> day(value);
      case "e" -> new TableCell("", TableCell.Is.ERROR);
      case "", "n" -> value.isEmpty() ? TableCell.EMPTY : number(value.strip());
      default -> throw malformed();
    };
  }

  private static String plain(String text) {
    return text.replace("\r\n", "\n");
  }

  private String shared(String value) {
    var at = Numbers.whole(value.strip());
    if (at >= strings.size()) {
      throw malformed();
    }
    return strings.get(at);
  }

  private TableCell number(String value) {
    var is = style.isEmpty() ? TableCell.Is.TEXT : formats.of(Numbers.whole(style));
    return Numbers.cell(value, is, since1904);
  }

  private static TableCell day(String value) {
    var day = DAY.matcher(value);
    return day.matches()
        ? new TableCell(day.group(1), TableCell.Is.DAY)
        : new TableCell("", TableCell.Is.TIME);
  }

  private static Problem malformed() {
    return TableLimits.refused("has a sheet that is not as in a workbook");
  }
}
