package org.registan.stand;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * {@code PAK officer [AGENCY | USER]}: prints a fresh token, got through the real log-in of a demo.
 */
final class TokenCommand {
  private static final String USAGE =
      "usage: token PARTICIPANT ROLE [AGENCY | USER],"
          + " such as: token PAK officer, token PAK releaser nadia.qureshi, token KAZ machine-read";

  private TokenCommand() {}

  /** The first argument is where the stand's state is; the rest is the caller's. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out, System.err));
  }

  private static int run(String[] arguments, PrintStream out, PrintStream err) {
    if (arguments.length < 3 || arguments.length > 4) {
      err.println(USAGE);
      return 2;
    }
    try {
      Tokens tokens = Stand.attach(Path.of(arguments[0])).tokens();
      Token token =
          arguments.length == 3
              ? tokens.of(arguments[1], arguments[2])
              : tokens.of(arguments[1], arguments[2], arguments[3]);
      out.println(token.access());
      return 0;
    } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
      err.println("nobody in the demo is " + who(arguments) + ": see .registan/demo.json");
    } catch (UncheckedIOException e) {
      err.println("no demo runs: start it with ./mvnw -Pdemo (" + e.getMessage() + ")");
    } catch (RuntimeException e) {
      err.println(
          who(arguments) + " is not let in; a state has to join first, with .registan/add-a-state");
    }
    return 1;
  }

  private static String who(String[] arguments) {
    return String.join(" ", Arrays.asList(arguments).subList(1, arguments.length));
  }
}
