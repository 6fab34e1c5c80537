package org.registan.sabotage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The copy of the checkout in which mistakes are made, built without the gates of the build. */
final class Tree {

  private static final List<String> COPIED =
      List.of("src/main", "openapi", "realms", "deploy", "pom.xml", "mvnw", "target/test-classes");

  private final Path root;
  private final String libraries;

  private Tree(Path root, String libraries) {
    this.root = root;
    this.libraries = libraries;
  }

  /**
   * A fresh copy, which shares the checkout's cache of unpacked servers.
   *
   * @param libraries the class path of tests without the project's own classes
   */
  static Tree copy(Path checkout, Path root, String libraries) throws IOException {
    delete(root);
    for (String part : COPIED) {
      copy(checkout.resolve(part), root.resolve(part));
    }
    Path cache = Files.createDirectories(root.resolve(".registan/cache"));
    try (Stream<Path> entries = Files.list(checkout.resolve(".registan/cache"))) {
      for (Path entry : entries.filter(Files::isDirectory).toList()) {
        Files.createSymbolicLink(cache.resolve(entry.getFileName()), entry);
      }
    }
    return new Tree(root, libraries);
  }

  Path root() {
    return root;
  }

  String classPath() {
    return String.join(
        ":",
        root.resolve("target/test-classes").toString(),
        root.resolve("target/classes").toString(),
        libraries);
  }

  /** Whether the patch could be applied, or taken back. */
  boolean apply(Patch patch, boolean back) {
    var file = patch.file().toString();
    return git(root, back ? List.of("apply", "--reverse", file) : List.of("apply", file));
  }

  /** Whether git could do it in this directory, whatever checkout that lies in. */
  static boolean git(Path directory, List<String> arguments) {
    ProcessBuilder git = new ProcessBuilder("git");
    git.command().addAll(arguments);
    git.environment().put("GIT_CEILING_DIRECTORIES", String.valueOf(directory.getParent()));
    try {
      Process process = git.directory(directory.toFile()).inheritIO().start();
      return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException("git is needed", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Builds all that is not a test; whether it compiled. */
  boolean build() throws IOException {
    Path classes = root.resolve("target/classes");
    delete(classes);
    copy(root.resolve("src/main/resources"), classes);
    copy(root.resolve("openapi"), classes.resolve("META-INF"));
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(root.resolve("src/main/java"))) {
      var units =
          files.getJavaFileObjectsFromPaths(
              sources.filter(it -> it.toString().endsWith(".java")).toList());
      List<String> options =
          List.of(
              "-d", classes.toString(), "-cp", libraries, "-parameters", "-nowarn", "-proc:none");
      return compiler.getTask(null, files, null, options, null, units).call();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path copy = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(copy);
        } else {
          Files.createDirectories(copy.resolveSibling("."));
          Files.copy(each, copy, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> all = Files.walk(tree)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
