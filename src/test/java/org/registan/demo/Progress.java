package org.registan.demo;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Says how far the load is, each time another five per cent are done. */
final class Progress {

  private final PrintStream out;
  private final int total;
  private final AtomicInteger done;

  Progress(PrintStream out, int done, int total) {
    this.out = out;
    this.total = total;
    this.done = new AtomicInteger(done);
  }

  void step() {
    var now = done.incrementAndGet();
    var twentieth = now * 20 / total;
    if (twentieth > (now - 1) * 20 / total) {
      out.printf("loading denials: %d of %d (%d %%)%n", now, total, twentieth * 5);
    }
  }
}
