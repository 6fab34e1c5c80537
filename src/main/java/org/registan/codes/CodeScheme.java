package org.registan.codes;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the codes of a list are built, so that every spelling of one leads to the same path and the
 * same canonical form. What a scheme cannot read is none of its codes.
 */
public sealed interface CodeScheme permits KnownScheme, FreeScheme {

  /** The longest that is read. */
  int LONGEST = 120;

  /**
   * One of {@link KnownScheme}, or FREE with the separators that the list declares, in which no
   * letter or digit stands.
   */
  static Optional<CodeScheme> of(String name, @Nullable String separators) {
    if (name.equals(FreeScheme.NAME)) {
      return FreeScheme.between(separators == null ? "" : separators);
    }
    return KnownScheme.named(name);
  }

  String name();

  /** The path of a code in any spelling of the scheme. */
  Optional<CodePath> parse(String printed);

  /** The canonical form of a path that this scheme parsed. */
  String print(CodePath path);

  /**
   * The canonical form of a code, by which an edition of a list of this scheme is to be indexed. A
   * code as a denial has it printed is looked up by this: {@code 1C35023}, {@code 1c350.23} and
   * {@code 1C350.23.} all find what the edition prints as {@code 1C350.23}.
   */
  default Optional<String> canonical(String printed) {
    return parse(printed).map(this::print);
  }

  /**
   * The {@link ControlCode} keys under which a denial may have a code of this scheme stored: that
   * of the canonical form, and that of each other spelling which a denial's key keeps apart.
   */
  default Set<String> denialKeys(CodePath path) {
    var keys = new LinkedHashSet<String>();
    ControlCode.parse(print(path)).map(ControlCode::key).ifPresent(keys::add);
    alias(path).flatMap(ControlCode::parse).map(ControlCode::key).ifPresent(keys::add);
    return keys;
  }

  /** Another spelling of a code that {@link ControlCode} takes for another code. */
  Optional<String> alias(CodePath path);
}
