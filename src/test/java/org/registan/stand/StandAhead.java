package org.registan.stand;

import java.util.Arrays;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Starts the stand while the tests that need none run, where any of those to come needs it. */
public final class StandAhead implements TestExecutionListener {

  private static final String NEEDED_BY = "QuarkusTestResource";

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    if (plan.getRoots().stream()
        .flatMap(it -> plan.getChildren(it).stream())
        .anyMatch(StandAhead::needsOne)) {
      Thread.ofPlatform().daemon().name("stand-ahead").start(Stand::current);
    }
  }

  /** By name, as Quarkus loads annotations more than once. */
  private static boolean needsOne(TestIdentifier test) {
    return test.getSource()
        .filter(ClassSource.class::isInstance)
        .map(it -> ((ClassSource) it).getJavaClass())
        .filter(it ->
            Arrays.stream(it.getAnnotations())
                .anyMatch(of -> of.annotationType().getSimpleName().equals(NEEDED_BY)))
        .isPresent();
  }
}
