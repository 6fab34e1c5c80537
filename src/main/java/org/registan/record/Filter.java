package org.registan.record;

import java.util.Optional;
import java.util.function.Function;

/**
 * A filter that a record type's lists offer.
 *
 * @param parameter its name in the contract
 * @param key the key it looks in
 * @param normal a value as the keys hold it; nothing when it cannot be one
 */
public record Filter(
    String parameter, String key, How how, Function<String, Optional<String>> normal) {

  /** How values are compared. */
  public enum How {
    /** One of the values is there. */
    ANY,
    /** Every word of the value begins a word that is there. */
    WORDS,
    /** The value is at least this. */
    FROM,
    /** The value is at most this. */
    TO
  }

  public static Filter any(String parameter) {
    return new Filter(parameter, parameter, How.ANY, Optional::of);
  }

  public static Filter words(String parameter) {
    return new Filter(parameter, parameter, How.WORDS, Optional::of);
  }
}
