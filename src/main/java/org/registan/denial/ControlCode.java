package org.registan.denial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A control-list code by its path, so that a code finds its descendants and no chance neighbour:
 * {@code 2B350.a} is 2, B, 350, A; {@code ML1} does not begin {@code ML10}. Reads the forms of the
 * EU and Wassenaar lists, ECCN, MTCR, NSG, munitions lists and free national schemes.
 */
record ControlCode(List<String> path) {

  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9]+([ .\\-/()]{1,2}[A-Za-z0-9]+)*\\)?");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z]+|[0-9]+");

  static Optional<ControlCode> parse(String printed) {
    if (!FORM.matcher(printed).matches()) {
      return Optional.empty();
    }
    var path =
        TOKEN.matcher(printed).results().map(it -> it.group().toUpperCase(Locale.ROOT)).toList();
    return Optional.of(new ControlCode(path));
  }

  String key() {
    return String.join(".", path);
  }

  /** The keys of this code and of all it stands under. */
  List<String> keysUpwards() {
    var keys = new ArrayList<String>();
    for (int length = 1; length <= path.size(); length++) {
      keys.add(String.join(".", path.subList(0, length)));
    }
    return keys;
  }
}
