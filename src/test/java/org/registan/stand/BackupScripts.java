package org.registan.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.registan.stand.DeployScript.Outcome;

/** {@code deploy/backup.sh} and {@code deploy/restore.sh}, run with the database's own programs. */
public final class BackupScripts {

  private final Database database;
  private final Path options;

  public BackupScripts(Database database, Path state) {
    this.database = database;
    this.options = state.resolve("client.cnf").toAbsolutePath();
  }

  public Outcome backUp(Path directory) {
    return run("backup.sh", directory);
  }

  public Outcome restore(Path directory) {
    return run("restore.sh", directory);
  }

  private Outcome run(String script, Path directory) {
    var shell =
        new ProcessBuilder(
                "sh",
                Checkout.root().resolve("deploy").resolve(script).toString(),
                directory.toAbsolutePath().toString())
            .redirectErrorStream(true);
    try {
      Trees.writeOwners(options, database.clientOptions());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // The stand's hub keeps its own database, in a file.
    shell.environment().putAll(Map.of("OPTIONS", options.toString(), "SCHEMAS", Database.SCHEMA));
    shell
        .environment()
        .merge("PATH", database.clients().toString(), (path, bin) -> bin + ":" + path);
    return DeployScript.outcome(shell);
  }
}
