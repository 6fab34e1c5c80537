package org.registan.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Runs work in one transaction at READ COMMITTED. What it reads or writes is committed when the
 * call returns, so that nothing is sent to a caller before it is durable.
 */
@ApplicationScoped
public class Database {

  private static final Logger LOG = Logger.getLogger(Database.class);

  /** Deadlock, lock wait timeout, snapshot isolation conflict: the whole act runs again. */
  private static final Set<Integer> TRANSIENT = Set.of(1213, 1205, 1020);

  /** The class of SQL states about the connection; the pool's own refusals have no state. */
  private static final String CONNECTION = "08";

  private static final int ATTEMPTS = 6;

  private final Jdbi jdbi;

  Database(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Does {@code work} in one transaction, again from the start when the database asks for it. What
   * it owes in any case is written with it; when it fails for good, alone.
   */
  public <T> T act(Function<Handle, T> work) {
    for (int attempt = 1; ; attempt++) {
      var owed = new AtomicReference<>(new Owed());
      try {
        return jdbi.<T, RuntimeException>inTransaction(handle -> {
          owed.set(handle.getConfig(Owed.class));
          var done = work.apply(handle);
          owed.get().write(handle);
          return done;
        });
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !isTransient(e)) {
          settle(owed.get(), e);
          throw e;
        }
        LOG.debugf("transaction runs again (%d)", attempt);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(2_000_000L << attempt));
      }
    }
  }

  /** Writes what failed work owes; who gets the failure may rely on that. */
  private void settle(Owed owed, RuntimeException failure) {
    if (!owed.isNothing()) {
      try {
        run(owed::write);
      } catch (RuntimeException e) {
        e.addSuppressed(failure);
        throw e;
      }
    }
  }

  public void run(Consumer<Handle> work) {
    act(handle -> {
      work.accept(handle);
      return true;
    });
  }

  /** Whether the database refused with {@code errorCode}, anywhere in the chain of causes. */
  public static boolean refusedWith(Throwable failure, int errorCode) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && sql.getErrorCode() == errorCode) {
        return true;
      }
    }
    return false;
  }

  /** Whether there was no database to talk to, or no more: what became of the work is not known. */
  public static boolean isAway(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql
          && (sql.getSQLState() == null || sql.getSQLState().startsWith(CONNECTION))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the database asked for the whole work to be done again, once more than we do. */
  public static boolean isTransient(Throwable failure) {
    return failure instanceof Outdated
        || TRANSIENT.stream().anyMatch(code -> refusedWith(failure, code));
  }
}
