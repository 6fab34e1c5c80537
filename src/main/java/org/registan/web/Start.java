package org.registan.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Starts the platform, unless its settings would give away what it is to keep. */
@QuarkusMain
public class Start {

  private static final String PRODUCTION = "prod";
  private static final int UNUSABLE_SETTINGS = 78;

  public static void main(String... arguments) {
    var profiles = ConfigUtils.getProfiles();
    var config = settings(profiles);
    var faults =
        StartRules.faults(
            profiles.contains(PRODUCTION), name -> config.getOptionalValue(name, String.class));
    if (faults.isEmpty()) {
      System.setProperty(Door.LETS_EVERYTHING_IN, "true");
      Quarkus.run(arguments);
    } else {
      tell(faults);
      System.exit(UNUSABLE_SETTINGS);
    }
  }

  /** What the platform would be started with, from the same places. */
  private static SmallRyeConfig settings(List<String> profiles) {
    var settings =
        new SmallRyeConfigBuilder()
            .withProfiles(profiles)
            .addDiscoveredCustomizers()
            .addDefaultInterceptors()
            .addDiscoveredInterceptors()
            .addDiscoveredConverters()
            .addDefaultSources()
            .addDiscoveredSources();
    Optional.ofNullable(System.getProperty("quarkus.config.locations"))
        .or(() -> Optional.ofNullable(System.getenv("QUARKUS_CONFIG_LOCATIONS")))
        .ifPresent(it -> settings.withDefaultValue("smallrye.config.locations", it));
    return settings.build();
  }

  /** Straight to the error stream: there is no log yet before the platform has started. */
  private static void tell(List<String> faults) {
    try (var out = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, UTF_8)) {
      faults.forEach(fault -> out.println("refusing to start: " + fault));
    }
  }
}
