package org.registan.exchange;

import jakarta.inject.Singleton;

/** Looks for what was kept long enough, which the platform does every ten minutes. */
@Singleton
public class RetentionNow {

  private final Retention retention;

  RetentionNow(Retention retention) {
    this.retention = retention;
  }

  public void look() {
    retention.run();
  }
}
