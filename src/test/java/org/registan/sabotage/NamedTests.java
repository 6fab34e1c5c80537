package org.registan.sabotage;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the tests named by its arguments in a JVM of its own and says how each went: green, red (it
 * refuted something), or broken (it could not tell).
 */
final class NamedTests implements TestExecutionListener {

  static final String GREEN = "GREEN";
  static final String RED = "RED";
  static final String BROKEN = "BROKEN";

  /** What a line of output begins with that tells how a test went. */
  static final String SAID = "sabotage: ";

  private final Map<String, List<Throwable>> failures = new HashMap<>();
  private final List<Throwable> otherFailures = new ArrayList<>();

  private NamedTests() {}

  public static void main(String[] tests) {
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(Arrays.stream(tests).map(NamedTests::selector).toList())
            .build();
    var listener = new NamedTests();
    try (var session = LauncherFactory.openSession()) {
      session.getLauncher().execute(request, listener);
    }
    for (String test : tests) {
      System.out.println(SAID + listener.outcome(test));
    }
    System.out.flush();
    Runtime.getRuntime().exit(0); // whatever threads the application left
  }

  /** Of a test with parameters, their types belong to its name. */
  private static MethodSelector selector(String test) {
    var name = test.split("#", 2);
    try {
      var loader = NamedTests.class.getClassLoader();
      return Arrays.stream(Class.forName(name[0], false, loader).getDeclaredMethods())
          .filter(it -> it.getName().equals(name[1]))
          .map(it -> DiscoverySelectors.selectMethod(name[0], name[1], parameters(it)))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(test));
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String parameters(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getName)
        .collect(Collectors.joining(","));
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    var failed =
        test.getSource()
            .filter(MethodSource.class::isInstance)
            .map(MethodSource.class::cast)
            .map(it -> it.getClassName() + "#" + it.getMethodName())
            .map(it -> failures.computeIfAbsent(it, key -> new ArrayList<>()))
            .orElse(otherFailures);
    result.getThrowable().ifPresent(failed::add);
  }

  private String outcome(String test) {
    var failed = failures.get(test);
    if (failed == null) {
      return BROKEN + " " + otherFailures.stream().findFirst().map(NamedTests::gist).orElse("?");
    }
    return failed.isEmpty()
        ? GREEN
        : failed.stream()
            .filter(NamedTests::refutes)
            .findFirst()
            .map(it -> RED + " " + gist(it))
            .orElseGet(() -> BROKEN + " " + gist(failed.getFirst()));
  }

  /** A failed assertion, or an answer that departs from the contract. */
  private static boolean refutes(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof AssertionError
          || at.getClass().getSimpleName().equals("OpenApiValidationException")) {
        return true;
      }
    }
    return false;
  }

  private static String gist(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = String.valueOf(root).replaceAll("\\s+", " ");
    return text.substring(0, Math.min(160, text.length()));
  }
}
