package org.registan.stand;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Short digests that name what a cached directory was made from. */
final class Digests {
  private Digests() {}

  static String of(String text) {
    return shorten(sha256().digest(text.getBytes(UTF_8)));
  }

  static String of(String text, List<Path> files, List<Class<?>> code) {
    MessageDigest digest = sha256();
    digest.update(text.getBytes(UTF_8));
    try {
      for (Path file : files) {
        digest.update(Files.readAllBytes(file));
      }
      for (Class<?> type : code) {
        try (InputStream in =
            Objects.requireNonNull(type.getResourceAsStream(type.getSimpleName() + ".class"))) {
          digest.update(in.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return shorten(digest.digest());
  }

  private static String shorten(byte[] digest) {
    return HexFormat.of().formatHex(digest, 0, 6);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
