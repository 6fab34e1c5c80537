package org.registan.codes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The schemes of the regimes and of the lists that follow them. */
public enum KnownScheme implements CodeScheme {
  /**
   * EU and Wassenaar: {@code 2B350.a}, letters and numbers taking turns. Also read with a full stop
   * at the end, and without any where a number comes first: {@code 1C35023} is {@code 1C350.23}.
   */
  EU(3, "[0-9](\\.[A-E](\\.[0-9]{3}(\\.@)?(\\.#\\.@)*(\\.#)?)?)?"),

  /** The same with paragraphs numbered as it comes: {@code 9A604.x}, {@code 1C001.a.1}. */
  ECCN(3, "[0-9](\\.[A-E](\\.[0-9]{3}(\\.#|\\.@)*)?)?"),

  /** {@code M4C2b14}; in the annex itself {@code 4.C.2.b.14.} */
  MTCR(3, "M(\\.%(\\.[A-E](\\.%(\\.@\\.#)*(\\.@)?)?)?)?"),

  /**
   * Dual-use {@code N1A3a1}, in the annex {@code 1.A.3.a.1.}; trigger list {@code T5.7.11b}, in the
   * annex {@code 5.7.11.(b)}.
   */
  NSG(3, "N(\\.%(\\.[A-E](\\.%(\\.@\\.#)*(\\.@)?)?)?)?|T((\\.A)?(\\.#)+(\\.@(\\.#)?)*)?"),

  /** {@code ML1.a}, {@code PL5001}. */
  MUNITIONS(1, "(ML|PL)\\.#(\\.@)?(\\.#\\.@)*(\\.#)?");

  private static final Pattern BRACKETED = Pattern.compile("[. ]?\\(([A-Za-z0-9]+)\\)");
  private static final Pattern SPELT = Pattern.compile("[A-Za-z0-9]+((\\. ?| )[A-Za-z0-9]+)*\\.?");
  private static final Pattern RUN = Pattern.compile("[A-Za-z]+|[0-9]+");
  private static final Pattern COMPACT = Pattern.compile("([0-9][A-Za-z][0-9]{3})([0-9].*)");
  private static final Pattern DUAL_USE = Pattern.compile("[0-9]+\\.[A-E].*");
  private static final Pattern TRIGGER = Pattern.compile("[0-9]+\\.[0-9].*");

  private final int head;
  private final Pattern form;

  /**
   * @param head how many elements come first, with great letters
   * @param form of the elements with full stops between; # is a number, % a small one, @ letters
   */
  KnownScheme(int head, String form) {
    this.head = head;
    this.form =
        Pattern.compile(
            form.replace("#", "[1-9][0-9]{0,4}")
                .replace("%", "[1-9][0-9]?")
                .replace("@", "[A-Z]{1,4}"));
  }

  static Optional<CodeScheme> named(String name) {
    return Arrays.stream(values())
        .filter(it -> it.name().equals(name))
        .map(CodeScheme.class::cast)
        .findFirst();
  }

  @Override
  public Optional<CodePath> parse(String printed) {
    if (printed.length() > LONGEST) {
      return Optional.empty();
    }
    var spelt = BRACKETED.matcher(printed.strip()).replaceAll(".$1");
    if (!SPELT.matcher(spelt).matches()) {
      return Optional.empty();
    }
    var runs = RUN.matcher(apart(spelt)).results().map(MatchResult::group).toList();
    var dotted = complete(String.join(".", runs).toUpperCase(Locale.ROOT));
    return form.matcher(dotted).matches()
        ? Optional.of(new CodePath(cased(dotted)))
        : Optional.empty();
  }

  /** With a break where the compact spelling has none. */
  private String apart(String spelt) {
    return this == EU ? COMPACT.matcher(spelt).replaceFirst("$1.$2") : spelt;
  }

  /** With the letter of the list, where the list itself leaves it away. */
  private String complete(String dotted) {
    return switch (this) {
      case MTCR -> DUAL_USE.matcher(dotted).matches() ? "M." + dotted : dotted;
      case NSG -> {
        if (DUAL_USE.matcher(dotted).matches()) {
          yield "N." + dotted;
        }
        yield TRIGGER.matcher(dotted).matches() ? "T." + dotted : dotted.replaceFirst("^TA", "T.A");
      }
      default -> dotted;
    };
  }

  private List<String> cased(String dotted) {
    var elements = new ArrayList<String>();
    int great = dotted.startsWith("T.") ? 2 : head;
    for (var element : dotted.split("\\.", -1)) {
      elements.add(elements.size() < great ? element : element.toLowerCase(Locale.ROOT));
    }
    return elements;
  }

  @Override
  public String print(CodePath path) {
    return switch (this) {
      case EU, ECCN -> stopped(path.elements(), head);
      case MUNITIONS -> stopped(path.elements(), 2);
      case MTCR, NSG -> joined(path.elements());
    };
  }

  /** With a full stop before each element but the first few. */
  private static String stopped(List<String> elements, int first) {
    int whole = Math.min(first, elements.size());
    var printed = new StringBuilder(String.join("", elements.subList(0, whole)));
    elements.subList(whole, elements.size()).forEach(it -> printed.append('.').append(it));
    return printed.toString();
  }

  /** With a full stop only where two numbers meet. */
  private static String joined(List<String> elements) {
    return String.join(".", elements).replaceAll("(?<=[A-Za-z])\\.|\\.(?=[A-Za-z])", "");
  }

  @Override
  public Optional<String> alias(CodePath path) {
    var elements = path.elements();
    var spelt =
        switch (this) {
          case EU -> joined(elements.subList(0, Math.min(3, elements.size()))) + compact(elements);
          case MTCR, NSG -> String.join(".", elements.subList(1, elements.size()));
          default -> "";
        };
    return spelt.isEmpty() ? Optional.empty() : Optional.of(spelt);
  }

  private static String compact(List<String> elements) {
    return elements.size() > 3 ? String.join("", elements.subList(3, elements.size())) : "";
  }
}
