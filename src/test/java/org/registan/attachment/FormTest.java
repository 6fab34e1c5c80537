package org.registan.attachment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registan.attachment.Files.docx;
import static org.registan.attachment.Files.docxWith;
import static org.registan.attachment.Files.joined;
import static org.registan.attachment.Files.parts;
import static org.registan.attachment.Files.pdf;
import static org.registan.attachment.Files.renamed;
import static org.registan.attachment.Files.zip;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is what its bytes make it, whatever is said of it. */
class FormTest {

  private static final byte[] NOTHING = {};

  @Test
  void whatIsWellFormedIsTakenOfAnyLength() {
    for (int length : new int[] {0, 1, Pieces.SIZE - 16, Pieces.SIZE, 3 * Pieces.SIZE + 1}) {
      assertTaken(Form.PDF, pdf(length));
    }
    assertTaken(Form.DOCX, docx("Report"));
    assertTaken(Form.DOCX, docxWith("word/media/image1.png", pdf(3 * Pieces.SIZE)));
  }

  @Test
  void nothingIsNoFile() {
    assertRefused(Form.PDF, NOTHING, "begin");
    assertRefused(Form.DOCX, NOTHING, "end");
  }

  @Test
  void aFileOfOneFormIsNoneOfAnother() {
    assertRefused(Form.PDF, docx("Report"), "does not begin as a PDF");
    assertRefused(Form.DOCX, pdf(5_000), "does not end as a DOCX");
    assertRefused(Form.DOCX, zip(java.util.Map.of("a.txt", NOTHING)), "not the parts of a DOCX");
    assertRefused(Form.DOCX, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11}, "older form of Word");
  }

  @Test
  void aPdfBeginsAtItsFirstByteAndEndsNearItsLast() {
    assertRefused(Form.PDF, joined(new byte[1], pdf(10)), "begin");
    assertTaken(Form.PDF, joined(pdf(10), new byte[2_000]));
    assertRefused(Form.PDF, joined(pdf(10), new byte[3_000]), "end");
  }

  @Test
  void aPdfThatIsAnArchiveTooIsRefused() {
    var comment = "%%EOF\n".getBytes(US_ASCII);
    var archive = docx("Both");
    archive[archive.length - 2] = (byte) comment.length;

    assertRefused(Form.PDF, joined(pdf(10), archive, comment), "at once");
  }

  @Test
  void whatWasCutOffIsRefused() {
    var whole = docxWith("word/media/image1.png", pdf(5_000));
    for (int length = 1; length < whole.length; length += 97) {
      assertRefused(Form.DOCX, Arrays.copyOf(whole, length), "");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/etc/passwd", "../up", "word/../../up", "word\\..\\up", "C:/up", "word/.."})
  void noEntryLeadsOutOfADocument(String name) {
    assertRefused(Form.DOCX, docxWith(name, NOTHING), "leads out");
  }

  @Test
  void macrosAreRefusedUnderAnyName() {
    assertRefused(Form.DOCX, docxWith("word/vbaProject.bin", NOTHING), "macros");
    assertRefused(Form.DOCX, docxWith("word/VBAPROJECT.BIN", NOTHING), "macros");
    var vba =
        "<Override PartName=\"/word/a.bin\""
            + " ContentType=\"application/vnd.ms-office.vbaProject\"/>";
    assertRefused(Form.DOCX, withTypes(vba.getBytes(UTF_8)), "macros");
    assertRefused(Form.DOCX, withTypes(vba.getBytes(UTF_16LE)), "macros");
    assertRefused(
        Form.DOCX, withTypes(vba.replace("vba", "&#118;ba").getBytes(UTF_8)), "plain words");
  }

  @Test
  void whatUnpacksToFarMoreIsRefused() {
    assertTaken(Form.DOCX, docxWith("word/zeros.xml", new byte[900_000]));
    assertRefused(Form.DOCX, docxWith("word/zeros.xml", new byte[5_000_000]), "unpacks");
  }

  @Test
  void manyEntriesAreRefused() {
    var parts = parts("Many");
    for (int i = 0; i < Docx.MOST_ENTRIES; i++) {
      parts.put("word/part" + i + ".xml", NOTHING);
    }

    assertRefused(Form.DOCX, zip(parts), "more than 5000 entries");
  }

  @Test
  void theSameEntryTwiceIsRefused() {
    var file = docxWith("word/Document.xml", NOTHING);

    assertRefused(Form.DOCX, file, "twice");
  }

  @Test
  void anArchiveThatReadsOtherwiseFromItsEndIsRefused() {
    var file = docxWith("word/hidden.bin", NOTHING);
    var name = "word/hidden.bin";
    var text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    var last = text.lastIndexOf(name);
    var other = file.clone();
    System.arraycopy("word/harmle.bin".getBytes(US_ASCII), 0, other, last, name.length());

    assertRefused(Form.DOCX, other, "directory");
    assertRefused(Form.DOCX, joined(new byte[10], docx("Before")), "directory");
    assertRefused(Form.DOCX, joined(docx("Behind"), new byte[10]), "end");
  }

  @Test
  void aDirectoryThatHasAnEntryLieElsewhereOrShorterIsRefused() {
    var file = docxWith("word/more.xml", new byte[100]);
    var text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    var second = text.indexOf("PK\1\2", text.indexOf("PK\1\2") + 1);
    for (var at : new int[] {20, 42}) { // the packed size, and the place
      var other = file.clone();
      other[second + at]--;
      assertRefused(Form.DOCX, other, "directory");
    }
    assertTaken(Form.DOCX, file);
  }

  @Test
  void encryptedEntriesAreRefused() {
    var file = docx("Secret");
    var central = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    file[central + 8] |= 1;

    assertRefused(Form.DOCX, file, "encrypted");
    assertRefused(Form.DOCX, renamed(docx("Torn"), "PK\3\4", "PK\5\4"), "directory");
  }

  private static byte[] withTypes(byte[] more) {
    var parts = parts("Types");
    parts.put("[Content_Types].xml", more);
    return zip(parts);
  }

  private static void assertTaken(Form form, byte[] file) {
    assertThatCode(() -> form.require(Files.pieces(file))).doesNotThrowAnyException();
  }

  private static void assertRefused(Form form, byte[] file, String why) {
    assertThatThrownBy(() -> form.require(Files.pieces(file)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(why);
    assertThat(file).isNotNull();
  }
}
