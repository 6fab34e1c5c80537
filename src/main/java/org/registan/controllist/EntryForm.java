package org.registan.controllist;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which entries come and go. */
enum EntryForm {
  JSON(EntryForm.JSON_TYPE),
  LINES(EntryForm.LINES_TYPE),
  TABLE(EntryForm.TABLE_TYPE),
  SHEET(EntryForm.SHEET_TYPE);

  static final String JSON_TYPE = "application/json";
  static final String LINES_TYPE = "application/x-ndjson";
  static final String TABLE_TYPE = "text/csv";
  static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final String mediaType;

  EntryForm(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /** The form of a media type (RFC 9110), whatever its parameters. */
  static Optional<EntryForm> of(String contentType) {
    var media = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(it -> it.mediaType.equals(media)).findFirst();
  }
}
