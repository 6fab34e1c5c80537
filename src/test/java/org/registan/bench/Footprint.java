package org.registan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process has taken, in MiB. */
final class Footprint {

  private static final double MIB = 1024.0 * 1024;

  private Footprint() {}

  /** What lives in this JVM's heap. */
  static double heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
  }

  /** The most that the heap's pools had, each at its own time, since that was last reset. */
  static double heapPeak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(it -> it.getType() == MemoryType.HEAP)
            .mapToLong(it -> it.getPeakUsage().getUsed())
            .sum()
        / MIB;
  }

  /** The most that a process ever had in memory. */
  static double peak(long pid) {
    return line(pid, "VmHWM:");
  }

  /** What it has now. */
  static double resident(long pid) {
    return line(pid, "VmRSS:");
  }

  private static double line(long pid, String name) {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
              .filter(it -> it.startsWith(name))
              .map(it -> it.replaceAll("[^0-9]", ""))
              .mapToDouble(Double::parseDouble)
              .findFirst()
              .orElse(Double.NaN)
          / 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
