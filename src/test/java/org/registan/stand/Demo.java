package org.registan.stand;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.registan.demo.Loader;
import org.registan.demo.SampleEditions;
import org.registan.demo.Submissions;

/** The demonstration: {@code ./mvnw -Pdemo [-Dport=8080] [-Dfresh]}, until it is interrupted. */
public final class Demo {
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Instant begun = Instant.now();
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable Stand stand;
  private @Nullable Application application;
  private @Nullable Thread loading;
  private boolean stopping;

  private Demo() {}

  /** Runs until the JVM is told to end. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Demo demo = new Demo();
    Runtime.getRuntime().addShutdownHook(new Thread(demo::stop, "demo-stop"));
    try {
      demo.start();
      demo.ended.await();
    } catch (RuntimeException e) {
      demo.stop();
      throw e;
    }
  }

  private void start() throws IOException {
    Path state = Checkout.root().resolve(".registan/demo");
    if (System.getProperty("fresh") != null) {
      startOver(state);
    }
    out.println("Starting MariaDB and Keycloak ...");
    Stand begunStand = begin(state);
    out.println("Starting the application ...");
    Application begunApplication = begin(begunStand);
    new Onboarding(URI.create(begunApplication.url()), begunStand).run();
    DemoFiles files = new DemoFiles(begunStand, Trees.parent(state));
    files.describe();
    files.writeToken();
    Cast.newcomers().participants().forEach(begunStand.identityProvider()::establish);
    files.writeAddAState();
    new DemoGuide(begunStand, files).print(out, Duration.between(begun, Instant.now()));
    loading = Thread.ofPlatform().name("demo-load").start(() -> load(begunStand));
  }

  private synchronized Stand begin(Path state) {
    refuseWhenStopping();
    Stand started = Stand.start(state, Integer.getInteger("port", 8080));
    stand = started;
    if (!Ports.isFree(started.applicationPort())) {
      throw new IllegalStateException(
          "port " + started.applicationPort() + " is taken: choose another with -Dport=");
    }
    return started;
  }

  private synchronized Application begin(Stand on) {
    refuseWhenStopping();
    Application started = new Application(on);
    application = started;
    started.start();
    return started;
  }

  private void refuseWhenStopping() {
    if (stopping) {
      throw new IllegalStateException("interrupted");
    }
  }

  private static void startOver(Path state) throws IOException {
    StateLock lock =
        StateLock.claim(state)
            .orElseThrow(
                () -> new IllegalStateException("the demo runs already (in %s)".formatted(state)));
    try {
      Child.reap(state);
      Trees.delete(state);
    } finally {
      lock.close();
    }
  }

  private void load(Stand from) {
    Tokens tokens = from.tokens();
    var application = URI.create(from.applicationUrl());
    BiFunction<String, String, String> as =
        (participant, role) -> tokens.of(participant, role).access();
    try {
      new Submissions(application, as, out).load();
      new SampleEditions(application, as, out).load();
      new Loader(application, as, out).load(LocalDate.now(Clock.system(ZoneOffset.UTC)));
      out.printf(
          "All is there, %d s after the start.%n",
          Duration.between(begun, Instant.now()).toSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!Thread.currentThread().isInterrupted()) {
        out.println("The demonstration data could not be loaded, the next start goes on: " + e);
      }
    }
  }

  private void stop() {
    Thread loader = loading;
    if (loader != null) {
      loader.interrupt();
    }
    stopAll();
    ended.countDown();
  }

  private synchronized void stopAll() {
    if (stopping) {
      return;
    }
    stopping = true;
    out.println("Stopping ...");
    if (application != null) {
      application.stop();
    }
    if (stand != null) {
      stand.close();
    }
    out.println("Stopped; .registan/demo keeps the data for the next start.");
  }
}
