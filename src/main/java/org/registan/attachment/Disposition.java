package org.registan.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.registan.web.Fault;
import org.registan.web.Problem;

/** The name of a file as HTTP carries it: {@code Content-Disposition} (RFC 6266, RFC 8187). */
final class Disposition {

  static final String HEADER = "Content-Disposition";

  /** A name of the longest kind, encoded, and what stands around it. */
  private static final int LONGEST = 4_000;

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final Pattern TYPE = Pattern.compile("(?i)\\s*attachment\\s*(?=;|$)");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "\\G\\s*;\\s*(" + TOKEN + ")\\s*=\\s*(" + TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*+\")\\s*");
  private static final Pattern ENCODED = Pattern.compile("(?i)UTF-8'[A-Za-z0-9-]*'(.*)");
  private static final String UNENCODED = "!#$&+-.^_`|~";

  private Disposition() {}

  /** The name that a header gives, whatever it is; a faulty header is told so. */
  static String name(@Nullable String header) {
    if (header == null) {
      throw fault("is missing: it names the file");
    }
    var parameters = parameters(header);
    var encoded = parameters.get("filename*");
    var plain = parameters.get("filename");
    if (encoded != null) {
      return decoded(encoded);
    }
    if (plain == null) {
      throw fault("gives no filename");
    }
    if (plain.chars().anyMatch(it -> it > 126)) {
      throw fault("has a filename that is not ASCII: send it as filename* (RFC 8187)");
    }
    return plain;
  }

  /** A header that gives a name. */
  static String of(String name) {
    var encoded = new StringBuilder("attachment; filename*=UTF-8''");
    for (var each : name.getBytes(UTF_8)) {
      var isPlain = each > 0 && (isAlphanumeric(each) || UNENCODED.indexOf(each) >= 0);
      encoded.append(isPlain ? String.valueOf((char) each) : "%%%02X".formatted(each));
    }
    return encoded.toString();
  }

  static Problem fault(String detail) {
    return Problem.invalid(List.of(Fault.in(HEADER, detail)));
  }

  private static Map<String, String> parameters(String header) {
    var type = TYPE.matcher(header);
    if (header.length() > LONGEST || !type.lookingAt()) {
      throw fault("is not: attachment; filename*=UTF-8''...");
    }
    var parameters = new HashMap<String, String>();
    var found = PARAMETER.matcher(header).region(type.end(), header.length());
    int at = type.end();
    while (found.find()) {
      var value = found.group(2);
      var name = found.group(1).toLowerCase(Locale.ROOT);
      if (parameters.put(name, value.startsWith("\"") ? unquoted(value) : value) != null) {
        throw fault("gives a parameter twice");
      }
      at = found.end();
    }
    if (at != header.length()) {
      throw fault("is not: attachment; filename*=UTF-8''...");
    }
    return parameters;
  }

  private static String unquoted(String value) {
    return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
  }

  private static String decoded(String value) {
    var parts = ENCODED.matcher(value);
    if (!parts.matches()) {
      throw fault("has a filename* that is not in UTF-8, as RFC 8187 writes it");
    }
    var text = parts.group(1);
    var bytes = new ByteArrayOutputStream();
    for (int at = 0; at < text.length(); at++) {
      var next = text.charAt(at);
      if (next == '%' && text.substring(at).matches("(?s)%[0-9A-Fa-f]{2}.*")) {
        bytes.write(Integer.parseInt(text, at + 1, at + 3, 16));
        at += 2;
      } else if (isAlphanumeric(next) || UNENCODED.indexOf(next) >= 0) {
        bytes.write(next);
      } else {
        throw fault("has a filename* that is not encoded as RFC 8187 has it");
      }
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
    } catch (CharacterCodingException e) {
      throw fault("has a filename* that is not UTF-8");
    }
  }

  private static boolean isAlphanumeric(int it) {
    return (it >= '0' && it <= '9') || (it >= 'A' && it <= 'Z') || (it >= 'a' && it <= 'z');
  }
}
