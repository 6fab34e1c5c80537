package org.registan.chaos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;
import java.util.Map;
import org.registan.attachment.Files;
import org.registan.chaos.Wire.Answer;
import org.registan.chaos.Wire.Request;
import org.registan.kernel.Digest;

/** One state attaches files to its draft documents; some it sends once, answered or not. */
final class Attaching extends Doings {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", Files.PDF, "Content-Disposition", "attachment; filename=\"report.pdf\"");

  /** From 1 KB to 4 MB, as often of each length of number. */
  private static final int SMALLEST = 10;

  private static final int LARGEST = 22;

  Attaching(Doings same) {
    super(same);
  }

  void attach(String document) {
    var count = 1 + chance.nextInt(3);
    for (int i = 0; i < count; i++) {
      var path = document + "/attachments";
      var bits = SMALLEST + chance.nextInt(LARGEST - SMALLEST);
      var size = (1 << bits) + chance.nextInt(1 << bits);
      var file = new String(Files.pdf(size), ISO_8859_1);
      if (chance.nextBoolean()) {
        attached(document, file, approvals.create("officer", path, HEADERS, file, 201));
      } else {
        wire.sendOnce(as("officer"), new Request("POST", path, HEADERS, file))
            .ifPresentOrElse(
                it -> attached(document, file, it),
                () -> {
                  known.reports().attached(document).unanswered().add(digest(file));
                  findings.count("files without an answer");
                });
      }
    }
  }

  private void attached(String document, String file, Answer answer) {
    findings.same(201, answer.status(), "%s a file for %s: %s", state, document, answer);
    findings.same(digest(file), answer.json().path("sha256").asText(), "digest of %s", answer);
    known.reports().attached(document).acknowledged().put(answer.id(), digest(file));
    done("attach a file");
  }

  void remove(String document) {
    var acknowledged = known.reports().attached(document).acknowledged();
    acknowledged.keySet().stream()
        .sorted()
        .findFirst()
        .ifPresent(it -> {
          delete(document, document + "/attachments/" + it);
          acknowledged.remove(it);
          done("remove a file");
        });
  }

  void throwAway(String document) {
    delete(document, document);
    known.reports().throwAway(document);
    done("throw a document away");
  }

  private void delete(String document, String path) {
    var match = Map.of("If-Match", read(document).etag());
    var answer = wire.send(as("officer"), new Request("DELETE", path, match, ""));
    if (answer.status() != 204 && answer.status() != 404) {
      findings.violation("%s DELETE %s: %s", state, path, answer);
    }
  }

  /** In hexadecimal, as a record names it. */
  static String digest(String file) {
    return HexFormat.of().formatHex(Digest.sha256().digest(file.getBytes(ISO_8859_1)));
  }
}
