package org.registan.kernel;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as callers write them: in one form, or no id at all. */
public final class Ids {

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Ids() {}

  public static Optional<UUID> parse(String text) {
    return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }
}
