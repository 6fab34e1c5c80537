package org.registan.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Makes a directory once, whole or not at all, however many JVMs ask for it at the same time. */
final class Once {
  private Once() {}

  /** What fills the directory; it is given an empty one that is moved to its place when filled. */
  interface Maker {
    void fill(Path directory) throws IOException;
  }

  static Path directory(Path wanted, Maker maker) {
    if (Files.isDirectory(wanted)) {
      return wanted;
    }
    try {
      Path parent = Files.createDirectories(Trees.parent(wanted));
      String name = wanted.getFileName().toString();
      synchronized (wanted.toString().intern()) { // a JVM may take a file lock only once
        try (FileChannel channel =
                FileChannel.open(
                    parent.resolve("." + name + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock held = channel.lock()) {
          if (held.isValid() && !Files.isDirectory(wanted)) {
            String half = "." + name + ".half-";
            sweep(parent, half + "*");
            // A name of its own: what a killed run started may still write to the half it made.
            Path filling =
                Trees.ownersDirectory(parent.resolve(half + ProcessHandle.current().pid()));
            maker.fill(filling);
            Files.move(filling, wanted, StandardCopyOption.ATOMIC_MOVE);
          }
        }
      }
      return wanted;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + wanted, e);
    }
  }

  private static void sweep(Path parent, String halves) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, halves)) {
      for (Path half : left) {
        Child.reap(half);
        Trees.delete(half);
      }
    }
  }
}
