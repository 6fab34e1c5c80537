package org.registan.web;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/** What this database is: its incarnation, renewed at every restore, and its key for cursors. */
@ApplicationScoped
public class Platform {

  /** The platform's one row. */
  public record Row(String incarnation, String cursorKey) {}

  public Row row(Handle handle) {
    return handle
        .createQuery("SELECT incarnation, cursor_key FROM platform")
        .map((row, ctx) -> new Row(row.getString(1), row.getString(2)))
        .one();
  }
}
