package org.registan.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.registan.kernel.Json;

/** Every acknowledged answer and every received change, one JSON line each, flushed at once. */
final class History implements AutoCloseable {
  private final BufferedWriter lines;

  History(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      this.lines = Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void append(ObjectNode line) {
    try {
      lines.write(Json.write(line.put("at", Instant.now().toString())));
      lines.newLine();
      lines.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
