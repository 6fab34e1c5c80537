package org.registan.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import org.registan.stand.Application;
import org.registan.stand.Database;

/** Kills the application and the database, at random moments and in the midst of flips. */
final class Monkey {
  /** Of four kills, two of each server, the first two are aimed at a flip. */
  private static final int KILLS_BOTH_WAYS = 4;

  private static final int AIMED = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Application application;
  private final Database database;
  private final Ground ground;
  private final Findings findings;
  private final Random chance;
  private int turns;

  Monkey(Application application, Database database, Ground ground, Findings findings, long seed) {
    this.application = application;
    this.database = database;
    this.ground = ground;
    this.findings = findings;
    this.chance = new Random(seed);
  }

  /** Waits a while or for a flip, kills one of the two or both, and brings it back. */
  void turn() throws InterruptedException, SQLException {
    Thread.sleep(3_000 + chance.nextInt(5_000));
    if (turns % KILLS_BOTH_WAYS < AIMED) {
      awaitFlip();
    }
    turns++;
    var both = chance.nextInt(6) == 0;
    var first = turns % 2 == 0;
    if (first || both) {
      database.kill();
      findings.count("kills of the database");
    }
    if (!first || both) {
      application.kill();
      findings.count("kills of the application");
    }
    Thread.sleep(chance.nextInt(1_500));
    if (!database.alive()) {
      database.start();
    }
    findings.most("flips cut off at one kill", ground.preparing());
    if (!application.alive()) {
      application.start();
    }
  }

  private void awaitFlip() throws SQLException {
    var flips = ground.awaitPreparing(PATIENCE);
    findings.most("flips at once", flips);
    if (flips > 0) {
      findings.count("kills aimed at a flip");
    }
  }
}
