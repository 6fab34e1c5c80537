package org.registan.database;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.config.JdbiConfig;

/** What has to be written whatever becomes of the transaction of its handle, each once. */
public final class Owed implements JdbiConfig<Owed> {

  private final Map<Object, Consumer<Handle>> writes = new LinkedHashMap<>();

  /** Owes a write, unless just the same is owed already. */
  public static void add(Handle handle, Object what, Consumer<Handle> write) {
    handle.getConfig(Owed.class).writes.putIfAbsent(what, write);
  }

  boolean isNothing() {
    return writes.isEmpty();
  }

  void write(Handle handle) {
    writes.values().forEach(it -> it.accept(handle));
  }

  /** Statements owe nothing. */
  @Override
  public Owed createCopy() {
    return new Owed();
  }
}
