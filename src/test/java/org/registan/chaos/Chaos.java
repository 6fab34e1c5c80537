package org.registan.chaos;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.registan.controllist.Editions;
import org.registan.stand.Application;
import org.registan.stand.Cast;
import org.registan.stand.Kind;
import org.registan.stand.Onboarding;
import org.registan.stand.Stand;

/**
 * A run: four states write and two pull while application and database are killed; between rounds
 * and at the end all stand still, and what is there is held against what was acknowledged.
 */
final class Chaos {
  private static final int KILLS_PER_ROUND = 4;
  private static final Duration SETTLING = Duration.ofSeconds(60);

  private final long seed;
  private final Findings findings = new Findings();
  private final History history;
  private final Stand stand;
  private final Application application;
  private final Ground ground;
  private final Monkey monkey;
  private final FullRead fullRead;
  private final List<Releases> releases;
  private final Answers answers;
  private final Reported reported;
  private final Published published;
  private final Erased erased;
  private final List<Writer> writers;
  private final List<Puller> pullers;
  private final ReentrantReadWriteLock going = new ReentrantReadWriteLock(true);
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean over;

  Chaos(long seed, Stand stand, Path historyFile) {
    this.seed = seed;
    this.stand = stand;
    this.history = new History(historyFile);
    this.application = new Application(stand);
    this.ground = new Ground(stand.database(), findings);
    this.monkey = new Monkey(application, stand.database(), ground, findings, seed);
    var wire =
        new Wire(
            URI.create(stand.applicationUrl()),
            (participant, role) -> stand.tokens().of(participant, role).access(),
            history,
            findings);
    this.fullRead = new FullRead(wire, findings);
    this.releases =
        List.of(
            new Releases(wire, findings, "denial", "/v1/denials"),
            new Releases(wire, findings, Editions.TYPE, Editions.PATH));
    this.answers = new Answers(wire, findings);
    this.reported = new Reported(wire, findings);
    this.published = new Published(wire, findings, seed);
    this.erased = new Erased(wire, stand.database(), findings);
    this.writers =
        Writer.STATES.stream()
            .map(state -> new Writer(state, wire, findings, seed + state.hashCode()))
            .toList();
    this.pullers =
        List.of(
            new Puller("KAZ", wire, history, findings, seed + 1),
            new Puller("UZB", wire, history, findings, seed + 2),
            new Puller("UN1540", wire, history, findings, seed + 3));
  }

  Findings run(Duration length) throws InterruptedException, SQLException {
    try {
      begin();
      var end = Instant.now().plus(length);
      var round = Duration.ZERO;
      while (Instant.now().plus(round).isBefore(end) && findings.violations().isEmpty()) {
        var begun = Instant.now();
        for (int kill = 0; kill < KILLS_PER_ROUND; kill++) {
          monkey.turn();
        }
        compare();
        round = Duration.between(begun, Instant.now());
      }
    } finally {
      over = true;
      for (var thread : threads) {
        thread.join();
      }
      application.kill();
      history.close();
    }
    return findings;
  }

  private void begin() {
    application.start();
    var onboarding = new Onboarding(URI.create(application.url()), stand);
    onboarding.run();
    var fourth = fourth();
    stand.join(fourth);
    onboarding.enter(fourth);
    writers.forEach(writer -> start("writer " + writer.state(), writer::act));
    pullers.forEach(puller -> start("puller " + puller.caller().participant(), puller::pull));
  }

  /** A fourth state beside the three of the cast, joined as any new state is. */
  private static Cast.Member fourth() {
    var agency = new Cast.Agency("DEC", "Department of Export Control", true);
    var people =
        Kind.STATE.roles().stream()
            .map(role -> new Cast.Person("one." + role, "Invented", role, agency.code(), role))
            .toList();
    return new Cast.Member(
        "KGZ", Kind.STATE, "Kyrgyzstan", "Asia/Bishkek", List.of(), List.of(agency), people);
  }

  private void start(String name, Runnable step) {
    threads.add(
        Thread.ofPlatform()
            .name(name)
            .start(() -> {
              while (!over) {
                step(name, step);
              }
            }));
  }

  /** One step that the standstill waits for. */
  private void step(String name, Runnable step) {
    going.readLock().lock();
    try {
      step.run();
    } catch (RuntimeException e) {
      findings.violation("%s (seed %d): %s", name, seed, e);
      over = true;
    } finally {
      going.readLock().unlock();
    }
  }

  /** Brings all to a standstill and compares. */
  private void compare() throws InterruptedException, SQLException {
    going.writeLock().lock();
    try {
      settle();
      pullers.forEach(fullRead::compare);
      writers.forEach(fullRead::compare);
      releases.forEach(it -> writers.forEach(it::compare));
      writers.forEach(answers::compare);
      writers.forEach(reported::compare);
      writers.forEach(published::compare);
      ground.check();
      erased.compare(writers);
      findings.count("rounds");
    } catch (RuntimeException e) {
      findings.violation("at a standstill (seed %d): %s", seed, e);
    } finally {
      going.writeLock().unlock();
    }
  }

  private void settle() throws InterruptedException, SQLException {
    var end = Instant.now().plus(SETTLING);
    while (ground.waiting() > 0) {
      if (Instant.now().isAfter(end)) {
        findings.violation("the upkeep never came to an end");
        return;
      }
      Thread.sleep(100);
    }
  }
}
