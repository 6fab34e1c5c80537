package org.registan.demo;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A few virtual threads that work a list off in order; the first failure stops all of them. */
final class Workers {

  private Workers() {}

  static <T> void forEach(Collection<T> elements, int width, Consumer<T> work)
      throws InterruptedException {
    var queue = new ConcurrentLinkedQueue<>(elements);
    Callable<Boolean> worker =
        () -> {
          try {
            for (var next = queue.poll(); next != null; next = queue.poll()) {
              work.accept(next);
            }
            return true;
          } finally {
            queue.clear();
          }
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(List.copyOf(Collections.nCopies(width, worker)))) {
        try {
          done.get();
        } catch (ExecutionException e) {
          throw e.getCause() instanceof RuntimeException failure
              ? failure
              : new IllegalStateException(e.getCause());
        }
      }
    }
  }
}
