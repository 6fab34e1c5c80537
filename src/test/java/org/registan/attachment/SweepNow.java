package org.registan.attachment;

import jakarta.inject.Singleton;

/** Removes what never came in whole, which the platform does every ten minutes. */
@Singleton
public class SweepNow {

  private final Sweep sweep;

  SweepNow(Sweep sweep) {
    this.sweep = sweep;
  }

  public void sweep() {
    sweep.run();
  }
}
