package org.registan.stand;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} the stand of its JVM; tests reach it by {@link Stand#current()}. It
 * ends with the JVM and not with the test class.
 */
public final class StandResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    var properties = new HashMap<>(Stand.current().applicationProperties());
    properties.put("quarkus.log.category.\"registan.access\".level", "WARN"); // one line a request
    return properties;
  }

  @Override
  public void stop() {
    // the next test class uses it again
  }
}
