package org.registan.controllist;

import java.util.Optional;
import java.util.stream.Stream;

/** The forms of file that a table comes and goes in. */
enum TableForm {
  CSV(TableForm.CSV_TYPE),
  XLSX(TableForm.XLSX_TYPE);

  static final String CSV_TYPE = "text/csv";
  static final String XLSX_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final String mediaType;

  TableForm(String mediaType) {
    this.mediaType = mediaType;
  }

  static Optional<TableForm> of(String mediaType) {
    return Stream.of(values()).filter(it -> it.mediaType.equals(mediaType)).findFirst();
  }

  String mediaType() {
    return mediaType;
  }
}
