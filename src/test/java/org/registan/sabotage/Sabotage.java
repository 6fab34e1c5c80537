package org.registan.sabotage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.registan.stand.Database;
import org.registan.stand.Stand;

/**
 * {@code ./mvnw -Psabotage}: makes each mistake of {@code src/test/sabotage} in a copy of the tree,
 * one after the other, and fails when a test named by one of them stays green. {@code -Donly=07,08}
 * makes these mistakes alone.
 */
final class Sabotage {

  private static final int PATIENCE_MINUTES = 10;

  private final Path checkout;
  private final Path work;
  private final Tree tree;
  private final Stand stand;
  private final Map<Patch, String> table = new LinkedHashMap<>();

  private Sabotage(Path checkout, Path work, Tree tree, Stand stand) {
    this.checkout = checkout;
    this.work = work;
    this.tree = tree;
    this.stand = stand;
  }

  public static void main(String[] arguments) throws Exception {
    Path checkout = Path.of(System.getProperty("stand.checkout", "")).toAbsolutePath();
    List<Patch> patches =
        Patch.all(checkout).stream()
            .filter(it -> it.isAmong(System.getProperty("only", "")))
            .toList();
    Path work = checkout.resolve("target/sabotage");
    boolean allNoticed;
    try (Stand stand = Stand.start(work.resolve("stand"), 0)) { // fills the cache the tree shares
      Tree tree = Tree.copy(checkout, work.resolve("tree"), libraries());
      allNoticed = new Sabotage(checkout, work, tree, stand).run(patches);
    }
    Runtime.getRuntime().exit(allNoticed ? 0 : 1);
  }

  /** The class path without the project's own two directories, which come first. */
  private static String libraries() {
    return Stream.of(System.getProperty("java.class.path").split(":"))
        .filter(it -> it.endsWith(".jar"))
        .reduce((one, other) -> one + ":" + other)
        .orElseThrow();
  }

  private boolean run(List<Patch> patches) throws IOException, SQLException {
    Map<String, String> unharmed = unharmed(patches);
    for (Patch patch : patches) {
      long began = System.nanoTime();
      boolean fit = patch.tests().stream().map(unharmed::get).allMatch(NamedTests.GREEN::equals);
      String said = fit ? attempt(patch) : NamedTests.BROKEN + " its test is not green without it";
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
      table.put(patch, said);
      System.out.printf("%s (%d s): %s%n", patch.name(), seconds, said);
    }
    return report();
  }

  /** How the tests go without any mistake: one that is red anyway notices nothing. */
  private Map<String, String> unharmed(List<Patch> patches) throws IOException, SQLException {
    if (!tree.build()) {
      throw new IllegalStateException("the tree itself does not compile");
    }
    Set<String> tests = new TreeSet<>();
    patches.forEach(it -> tests.addAll(it.tests()));
    Map<String, String> outcomes = outcomes("unharmed", List.copyOf(tests), true);
    outcomes.forEach((test, said) -> {
      if (!said.equals(NamedTests.GREEN)) {
        System.out.printf("Without any mistake %s is %s%n", test, said);
      }
    });
    return outcomes;
  }

  private String attempt(Patch patch) throws IOException, SQLException {
    if (!tree.apply(patch, false)) {
      return NamedTests.BROKEN + " does not apply";
    }
    String said =
        tree.build()
            ? verdict(outcomes(patch.name(), patch.tests(), !patch.ofRealms()))
            : NamedTests.BROKEN + " does not compile";
    if (!tree.apply(patch, true)) {
      throw new IllegalStateException("cannot be taken back: " + patch.name());
    }
    return said;
  }

  /** Every named test must have gone red. */
  private static String verdict(Map<String, String> outcomes) {
    return outcomes.entrySet().stream()
        .filter(it -> !it.getValue().startsWith(NamedTests.RED))
        .map(it -> it.getValue() + " (" + it.getKey() + ")")
        .findFirst()
        .orElseGet(() -> outcomes.values().iterator().next());
  }

  /** How each test went, on an empty database; on a stand of its own unless the shared one fits. */
  private Map<String, String> outcomes(String name, List<String> tests, boolean shared)
      throws IOException, SQLException {
    emptyDatabase();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", tree.classPath()));
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    command.add("-Dstand.checkout=" + tree.root());
    String repository = System.getProperty("stand.repository");
    command.addAll(List.of("-Dstand.repository=" + repository, "-Dmaven.repo.local=" + repository));
    if (shared) {
      command.add("-Dstand.state=" + stand.state());
    }
    command.add(NamedTests.class.getName());
    tests.forEach(it -> command.add(TestNames.qualified(checkout, it)));
    Path log = work.resolve(name + ".log");
    end(
        new ProcessBuilder(command)
            .directory(tree.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start());
    List<String> said = said(log);
    Map<String, String> outcomes = new LinkedHashMap<>();
    for (int i = 0; i < tests.size(); i++) {
      outcomes.put(tests.get(i), i < said.size() ? said.get(i) : NamedTests.BROKEN + " see " + log);
    }
    return outcomes;
  }

  private static void end(Process process) {
    try {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        process.destroy();
        process.waitFor(1, TimeUnit.MINUTES);
      }
    } catch (InterruptedException e) {
      process.destroy();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> said(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(it -> it.startsWith(NamedTests.SAID))
          .map(it -> it.substring(NamedTests.SAID.length()))
          .toList();
    }
  }

  private void emptyDatabase() throws SQLException {
    try (var connection = stand.database().connect();
        var statement = connection.createStatement()) {
      statement.execute("DROP DATABASE " + Database.SCHEMA);
      statement.execute("CREATE DATABASE " + Database.SCHEMA + " COLLATE utf8mb4_bin");
    }
  }

  private boolean report() {
    System.out.printf("%n%-44s %9s  %s%n", "mistake", "invariant", "its test");
    table.forEach((patch, said) ->
        System.out.printf("%-44s %9d  %s%n", patch.name(), patch.invariant(), said));
    long red = count(NamedTests.RED);
    System.out.printf(
        "%d mistakes: %d noticed, %d not noticed, %d broken%n",
        table.size(), red, count(NamedTests.GREEN), count(NamedTests.BROKEN));
    return red == table.size() && red > 0;
  }

  private long count(String outcome) {
    return table.values().stream().filter(it -> it.startsWith(outcome)).count();
  }
}
