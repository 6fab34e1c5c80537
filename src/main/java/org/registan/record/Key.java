package org.registan.record;

import org.registan.kernel.Level;

/** A value by which a record is found, from the layer on that shows it. */
public record Key(String name, String value, Level layer) {

  private static final int LONGEST = 80;

  public Key {
    value = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
  }
}
