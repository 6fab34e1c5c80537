package org.registan.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A control-list code by its path, so that a code finds its descendants and no chance neighbour:
 * {@code 2B350.a} is 2, B, 350, A; {@code ML1} does not begin {@code ML10}. Reads the forms of the
 * EU and Wassenaar lists, ECCN, MTCR, NSG, munitions lists and free national schemes.
 *
 * <p>It knows no list, so it takes two spellings for one code only when they have the same letters
 * and digits between the same breaks: {@code 2B350.a} and {@code 2b350(a)}, {@code M4C2b14} and
 * {@code M 4.C.2.b.14}; not {@code 1C350.23} and {@code 1C35023}, nor {@code M4C2b14} and {@code
 * 4.C.2.b.14}. Who knows the list goes through its {@link CodeScheme}, which knows them for one.
 */
public record ControlCode(List<String> path) {

  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9]+([ .\\-/()]{1,2}[A-Za-z0-9]+)*\\)?");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z]+|[0-9]+");

  public static Optional<ControlCode> parse(String printed) {
    if (!FORM.matcher(printed).matches()) {
      return Optional.empty();
    }
    var path =
        TOKEN.matcher(printed).results().map(it -> it.group().toUpperCase(Locale.ROOT)).toList();
    return Optional.of(new ControlCode(path));
  }

  public String key() {
    return String.join(".", path);
  }

  /** The keys of this code and of all it stands under. */
  public List<String> keysUpwards() {
    var keys = new ArrayList<String>();
    for (int length = 1; length <= path.size(); length++) {
      keys.add(String.join(".", path.subList(0, length)));
    }
    return keys;
  }
}
