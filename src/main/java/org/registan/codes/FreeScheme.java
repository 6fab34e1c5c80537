package org.registan.codes;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Codes of a list with a numbering of its own: letters and digits between the separators that it
 * declares, of which the first is the canonical one. Whether letters are great or small counts.
 */
record FreeScheme(String separators) implements CodeScheme {

  static final String NAME = "FREE";
  private static final Pattern ELEMENT = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  /** Of separators that are none when they stand in an element themselves. */
  static Optional<CodeScheme> between(String separators) {
    return ELEMENT.matcher(separators).find()
        ? Optional.empty()
        : Optional.of(new FreeScheme(separators));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<CodePath> parse(String printed) {
    if (printed.length() > LONGEST) {
      return Optional.empty();
    }
    var elements = elements(printed.strip());
    var read =
        !elements.isEmpty() && elements.stream().allMatch(it -> ELEMENT.matcher(it).matches());
    return read ? Optional.of(new CodePath(elements)) : Optional.empty();
  }

  private List<String> elements(String printed) {
    return Collections.list(new StringTokenizer(printed, separators)).stream()
        .map(String.class::cast)
        .map(String::strip)
        .toList();
  }

  @Override
  public String print(CodePath path) {
    var between = separators.isEmpty() ? "" : Character.toString(separators.codePointAt(0));
    return path.elements().stream().collect(Collectors.joining(between));
  }

  @Override
  public Optional<String> alias(CodePath path) {
    return Optional.empty();
  }
}
