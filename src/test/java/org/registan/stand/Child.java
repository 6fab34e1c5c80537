package org.registan.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * A server process known by its pid file, with a guard beside it that ends it when the JVM that
 * started it is gone, however that JVM went. Its command line names its state directory, which is
 * how a process is told to be ours.
 */
final class Child {
  /** Runs the command with a guard that waits on a pipe: the pipe ends when its JVM ends. */
  private static final String GUARDED =
      """
      trap '' INT
      exec 3<&0
      "$@" 3<&- </dev/null &
      child=$!
      echo $child > "$0.half" && mv "$0.half" "$0"
      {
        read -r never <&3
        kill -TERM $child 2>/dev/null
        tries=0
        while kill -0 $child 2>/dev/null && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
        kill -KILL $child 2>/dev/null
      } &
      guard=$!
      exec 3<&-
      wait $child
      code=$?
      kill -KILL $guard
      exit $code
      """;

  private final Path state;
  private final String name;

  Child(Path state, String name) {
    this.state = state.toAbsolutePath();
    this.name = name;
  }

  void start(List<String> command, Map<String, String> environment) {
    List<String> guarded = new ArrayList<>(List.of("/bin/sh", "-c", GUARDED, pidFile().toString()));
    guarded.addAll(command);
    try {
      Files.createDirectories(state);
      Files.deleteIfExists(pidFile());
      ProcessBuilder builder =
          new ProcessBuilder(guarded)
              .directory(state.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
      builder.environment().putAll(environment);
      builder.start(); // the JVM itself holds on to it, and so to the pipe, until it ends
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
    await(() -> Files.exists(pidFile()), Duration.ofSeconds(20), "has no pid");
  }

  /** Waits until it is ready; fails at once, with the end of its log, when it has ended. */
  void awaitReady(Condition ready, Duration patience) {
    await(
        () -> {
          if (ready.holds()) {
            return true;
          }
          if (!alive()) {
            throw new IllegalStateException(name + " ended while starting:\n" + logTail());
          }
          return false;
        },
        patience,
        "is not ready");
  }

  boolean alive() {
    return handle().isPresent();
  }

  long pid() {
    return handle().orElseThrow(() -> new IllegalStateException(name + " does not run")).pid();
  }

  /** Asks it to end, and ends it when it has not within the time given. */
  void stop(Duration patience) {
    handle()
        .ifPresent(process -> {
          process.destroy();
          if (!ends(process, patience)) {
            kill();
          }
        });
  }

  /** {@code kill -9}. */
  void kill() {
    handle()
        .ifPresent(process -> {
          process.destroyForcibly();
          ends(process, Duration.ofSeconds(20));
        });
  }

  /** Removes the traces of a process that has ended. */
  void forget() throws IOException {
    Files.deleteIfExists(pidFile());
    Files.deleteIfExists(log());
  }

  private Path log() {
    return state.resolve(name + ".log");
  }

  String logTail() {
    try {
      List<String> lines = Files.readAllLines(log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  /** Ends what an earlier JVM left behind in this state directory. */
  static void reap(Path state) throws IOException {
    if (!Files.isDirectory(state)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(state, "*.pid")) {
      for (Path file : files) {
        new Child(state, file.getFileName().toString().replace(".pid", ""))
            .stop(Duration.ofSeconds(15));
        Files.deleteIfExists(file);
      }
    }
  }

  interface Condition {
    boolean holds();
  }

  private Path pidFile() {
    return state.resolve(name + ".pid");
  }

  private Optional<ProcessHandle> handle() {
    try {
      if (!Files.exists(pidFile())) {
        return Optional.empty();
      }
      String pid = Files.readString(pidFile()).strip();
      boolean ours = commandLine(pid).contains(state.toString());
      return ours
          ? ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // it ended meanwhile
    }
  }

  /** A process that is just taking on another program has none for a moment. */
  private static String commandLine(String pid) throws IOException {
    Path file = Path.of("/proc", pid, "cmdline");
    for (int look = 0; look < 20; look++) {
      String line = Files.readString(file);
      if (!line.isEmpty()) {
        return line;
      }
      LockSupport.parkNanos(5_000_000L);
    }
    return "";
  }

  private static boolean ends(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void await(Condition condition, Duration patience, String fault) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "%s %s after %d s:%n%s".formatted(name, fault, patience.toSeconds(), logTail()));
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for " + name, e);
      }
    }
  }
}
