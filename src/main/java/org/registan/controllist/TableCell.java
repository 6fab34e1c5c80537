package org.registan.controllist;

/** What stands in a cell of a file, as text, and what it was there. */
record TableCell(String text, Is is) {

  static final TableCell EMPTY = of("");

  static TableCell of(String text) {
    return new TableCell(text, Is.TEXT);
  }

  boolean isBlank() {
    return is == Is.TEXT && text.isBlank();
  }

  /** What is not plain text, and why it is not taken. */
  enum Is {
    TEXT(""),
    DAY("is a date; format the column as text"),
    TIME("is a time or no whole day; format the column as text"),
    POWER("has been taken for a number such as 1E+01; format the column as text"),
    FORMULA("is a formula; put its value there"),
    ERROR("is an error of the spreadsheet");

    private final String why;

    Is(String why) {
      this.why = why;
    }

    String why() {
      return why;
    }
  }
}
