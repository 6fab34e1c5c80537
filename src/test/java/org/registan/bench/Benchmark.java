package org.registan.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.registan.stand.Application;
import org.registan.stand.Stand;

/**
 * {@code ./mvnw -Pbench [-Dbench.records=20000,200000]}: measures on a stand of its own, writes
 * {@code target/bench.json} and prints it as a table. With {@code -Dbench.lists=true} control lists
 * alone.
 */
final class Benchmark {

  /** By its name: it is loaded anew with the application. */
  private static final String MEASUREMENTS = "org.registan.bench.InProcess";

  private static final int LISTS = 500;

  private Benchmark() {}

  public static void main(String[] arguments) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var checkout = Path.of(System.getProperty("stand.checkout", "")).toAbsolutePath();
    var file = Files.createDirectories(checkout.resolve("target")).resolve("bench.json");
    Files.deleteIfExists(file);
    System.setProperty("bench.results", file.toString());
    var stand = fresh(checkout.resolve(".registan/bench"));
    System.setProperty("stand.state", stand.state().toString());
    var well = inProcess(out);
    if (well && !Boolean.getBoolean("bench.lists")) {
      packaged(stand, Results.resume(file));
    }
    if (Files.exists(file)) {
      Results.resume(file).print(out);
      out.println("all of it: " + file);
    }
    stand.discard();
    Runtime.getRuntime().exit(well ? 0 : 1);
  }

  /** A stand without anything of an earlier run. */
  private static Stand fresh(Path state) {
    if (Files.exists(state)) {
      Stand.start(state, 0).discard();
    }
    return Stand.start(state, 0);
  }

  private static boolean inProcess(PrintStream out) {
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(MEASUREMENTS))
            .build();
    var summary = new SummaryGeneratingListener();
    try (var session = LauncherFactory.openSession()) {
      session.getLauncher().execute(request, summary);
    }
    summary.getSummary().getFailures().forEach(it -> it.getException().printStackTrace(out));
    return summary.getSummary().getTestsSucceededCount() == 1;
  }

  /** Start-up and memory of the packaged application, on the largest database. */
  private static void packaged(Stand stand, Results results) {
    var application = new Application(stand);
    var began = System.nanoTime();
    application.start();
    var milliseconds = (System.nanoTime() - began) / 1_000_000;
    results.row("start-up, packaged", 0).put("said", milliseconds + " ms until ready");
    var resident = Footprint.resident(application.pid());
    var wire = new Wire(URI.create(application.url()), stand, "KAZ");
    for (int i = 0; i < LISTS; i++) {
      wire.list(200).run();
    }
    results
        .row("memory, packaged, -Xmx1g", 0)
        .put(
            "said",
            "%.0f MiB resident when ready, at most %.0f MiB after %d pages of 200"
                .formatted(resident, Footprint.peak(application.pid()), LISTS));
    results.save();
    application.stop();
  }
}
