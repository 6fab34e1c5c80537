package org.registan.kernel;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a log may say of a failure: its kinds and places. Never its messages, in which drivers and
 * parsers quote the very values that they choked on.
 */
public final class Trace {

  private static final int FRAMES = 20;

  private Trace() {}

  public static String of(Throwable failure) {
    var trace = new StringBuilder();
    var cause = failure;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      trace.append(depth == 0 ? "" : "\ncaused by ").append(kind(cause)).append(frames(cause));
      cause = cause.getCause();
    }
    return trace.toString();
  }

  private static String kind(Throwable cause) {
    var name = cause.getClass().getName();
    return cause instanceof SQLException sql
        ? "%s (SQL state %s, error %d)".formatted(name, sql.getSQLState(), sql.getErrorCode())
        : name;
  }

  private static String frames(Throwable cause) {
    return Arrays.stream(cause.getStackTrace())
        .limit(FRAMES)
        .map(frame -> "\n\tat " + frame)
        .collect(Collectors.joining());
  }
}
