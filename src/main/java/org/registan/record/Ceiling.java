package org.registan.record;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The highest national marking that the platform may hold; what is marked higher is refused at
 * entry. Set with {@code registan.marking-ceiling}.
 */
@Singleton
public class Ceiling {

  private static final List<String> RISING =
      List.of("UNCLASSIFIED", "OFFICIAL_USE", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP_SECRET");

  private final int height;

  public Ceiling(@ConfigProperty(name = "registan.marking-ceiling") String ceiling) {
    height = RISING.indexOf(ceiling);
    if (height < 0) {
      throw new IllegalArgumentException("registan.marking-ceiling must be one of " + RISING);
    }
  }

  /** Whether a marking is above another; what is not marked is below all but UNCLASSIFIED. */
  public static boolean isHigher(String marking, String than) {
    return RISING.indexOf(marking) > Math.max(0, RISING.indexOf(than));
  }

  /** Whether a marking is too high for this platform. */
  public boolean isExceededBy(String marking) {
    return RISING.indexOf(marking) > height;
  }
}
