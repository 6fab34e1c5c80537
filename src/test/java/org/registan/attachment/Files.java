package org.registan.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of the forms that are taken, and of those that are not. */
public final class Files {

  public static final String PDF = Form.PDF_TYPE;
  public static final String DOCX = Form.DOCX_TYPE;

  private static final String TYPES =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
          + " PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
          + "officedocument.wordprocessingml.document.main+xml\"/></Types>";

  private Files() {}

  /** A PDF of about so many bytes, which no other has. */
  public static byte[] pdf(int length) {
    var noise = new byte[length];
    new Random().nextBytes(noise);
    return joined("%PDF-1.7\n".getBytes(UTF_8), noise, "\n%%EOF\n".getBytes(UTF_8));
  }

  public static byte[] docx(String text) {
    return zip(parts(text));
  }

  /** A document with one part more. */
  public static byte[] docxWith(String name, byte[] content) {
    var parts = parts("With more");
    parts.put(name, content);
    return zip(parts);
  }

  static Map<String, byte[]> parts(String text) {
    var parts = new LinkedHashMap<String, byte[]>();
    parts.put("[Content_Types].xml", TYPES.getBytes(UTF_8));
    var document =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:body><w:p><w:r><w:t>"
            + text
            + "</w:t></w:r></w:p></w:body></w:document>";
    parts.put("word/document.xml", document.getBytes(UTF_8));
    return parts;
  }

  static byte[] zip(Map<String, byte[]> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  /** The same with other letters, as many, in a name that stands in it more than once. */
  static byte[] renamed(byte[] file, String from, String to) {
    return new String(file, ISO_8859_1).replace(from, to).getBytes(ISO_8859_1);
  }

  /** As it would be read from the database. */
  static Pieces pieces(byte[] file) {
    return new Pieces() {
      @Override
      public int length() {
        return file.length;
      }

      @Override
      public byte[] piece(int n) {
        return Arrays.copyOfRange(file, n * SIZE, Math.min(file.length, (n + 1) * SIZE));
      }
    };
  }
}
