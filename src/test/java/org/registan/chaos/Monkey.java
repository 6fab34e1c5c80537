package org.registan.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import org.registan.stand.Application;
import org.registan.stand.Database;

/** Kills the application and the database, at random moments and in the midst of flips. */
final class Monkey {
  /** Of four kills, two of each server, the first two are aimed at a flip, the third at a file. */
  private static final int KILLS_BOTH_WAYS = 4;

  private static final int AIMED = 2;

  /** In which a file of some MB comes in. */
  private static final int A_WHILE = 300;

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

  /** Waits a while, for a flip or for a file, kills one of the two or both, and brings it back. */
  void turn() throws InterruptedException, SQLException {
    Thread.sleep(3_000 + chance.nextInt(5_000));
    var aim = turns % KILLS_BOTH_WAYS;
    if (aim < AIMED) {
      awaitFlip();
    } else if (aim == AIMED || chance.nextBoolean()) {
      awaitFile();
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
      findings.most("files cut off at one kill", ground.passAnHour());
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

  private void awaitFile() throws InterruptedException, SQLException {
    if (ground.awaitComingIn(PATIENCE) > 0) {
      Thread.sleep(chance.nextInt(A_WHILE));
      findings.count("kills aimed at a file");
    }
  }
}
