package org.registan.attachment;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms of file that are taken, each told by its bytes and not by what is said of it. */
enum Form {
  PDF(Form.PDF_TYPE, ".pdf"),
  DOCX(Form.DOCX_TYPE, ".docx");

  static final String PDF_TYPE = "application/pdf";
  static final String DOCX_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final String mediaType;
  private final String ending;

  Form(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  static Optional<Form> of(String mediaType) {
    return Stream.of(values()).filter(it -> it.mediaType.equals(mediaType)).findFirst();
  }

  String mediaType() {
    return mediaType;
  }

  String ending() {
    return ending;
  }

  /** Whether a file of this name opens as what it is. */
  boolean fits(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** Refuses bytes that are not of this form, or hold what is not taken. */
  void require(Pieces file) throws Refused {
    switch (this) {
      case PDF -> Pdf.require(file);
      case DOCX -> Docx.require(file);
    }
  }
}
