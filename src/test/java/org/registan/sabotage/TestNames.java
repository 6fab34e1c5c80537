package org.registan.sabotage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds the test that {@code Class#method} means, wherever its package is. */
final class TestNames {

  private TestNames() {}

  static String qualified(Path checkout, String test) {
    String file = source(checkout, test).toString();
    return file.replace(".java", "").replace('/', '.') + test.substring(test.indexOf('#'));
  }

  /** Fails unless there is such a method. */
  static void require(Path checkout, String test) {
    try {
      String source = Files.readString(tests(checkout).resolve(source(checkout, test)));
      if (!source.contains(" " + test.substring(test.indexOf('#') + 1) + "(")) {
        throw new IllegalArgumentException("no test " + test);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path source(Path checkout, String test) {
    String file = test.substring(0, test.indexOf('#')) + ".java";
    try (Stream<Path> all = Files.walk(tests(checkout))) {
      return all.filter(it -> it.endsWith(file))
          .findFirst()
          .map(tests(checkout)::relativize)
          .orElseThrow(() -> new IllegalArgumentException("no test " + test));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path tests(Path checkout) {
    return checkout.resolve("src/test/java");
  }
}
