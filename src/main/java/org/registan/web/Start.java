package org.registan.web;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.jboss.logging.Logger;

/** Starts the platform, unless its settings would give away what it is to keep. */
@QuarkusMain
public class Start {

  private static final Logger LOG = Logger.getLogger(Start.class);
  private static final int UNUSABLE_SETTINGS = 78;

  public static void main(String... arguments) {
    var config =
        new SmallRyeConfigBuilder()
            .addDiscoveredCustomizers()
            .addDefaultInterceptors()
            .addDiscoveredInterceptors()
            .addDiscoveredConverters()
            .addDefaultSources()
            .addDiscoveredSources()
            .build();
    var faults =
        StartRules.faults(
            config.getProfiles().contains("prod"),
            name -> config.getOptionalValue(name, String.class));
    if (faults.isEmpty()) {
      System.setProperty(Door.LETS_EVERYTHING_IN, "true");
      Quarkus.run(arguments);
    } else {
      faults.forEach(fault -> LOG.error("refusing to start: " + fault));
      System.exit(UNUSABLE_SETTINGS);
    }
  }
}
