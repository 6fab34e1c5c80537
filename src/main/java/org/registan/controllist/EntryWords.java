package org.registan.controllist;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.registan.codes.CasNumber;

/** What does not hold together in a single entry of an edition, wherever it stands. */
final class EntryWords {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./()#:_-]{0,119}");
  private static final Pattern CAS = Pattern.compile("[0-9]{2,7}-[0-9]{2}-[0-9]");
  private static final Pattern HS = Pattern.compile("[0-9]{4,10}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
  private static final Set<String> OPERATORS = Set.of("LT", "LE", "EQ", "GE", "GT");
  private static final Set<String> STATUSES = Set.of("authentic", "translation");
  private static final Set<String> SCOPES = Set.of("LIST", "LOCAL");

  private final Set<String> authentic;
  private final Findings found;

  EntryWords(Set<String> authentic, Findings found) {
    this.authentic = authentic;
    this.found = found;
  }

  static boolean isKey(String key) {
    return KEY.matcher(key).matches();
  }

  void check(Entry entry, EntryType type, String at) {
    texts(entry, type, at);
    terms(entry, type, at);
    parameters(entry, at);
    goods(entry, at);
  }

  private void texts(Entry entry, EntryType type, String at) {
    var languages = new HashSet<String>();
    boolean own = false;
    var texts = entry.textsOrNone();
    for (int i = 0; i < texts.size(); i++) {
      var text = texts.get(i);
      var here = at + "/texts/" + i;
      own |= authentic.contains(text.lang());
      if (!isLanguage(text.lang())) {
        found.add(here + "/lang", "is no language of BCP 47");
      } else if (!languages.add(text.lang().toLowerCase(Locale.ROOT))) {
        found.add(here + "/lang", "is there before in " + entry.key());
      }
      if (text.text().isBlank()) {
        found.add(here + "/text", "is blank");
      }
      member(STATUSES, text.status(), here + "/status");
    }
    if (!own && (type.needsText() || !texts.isEmpty())) {
      found.add(
          at + "/texts", "have none in a language in which the list is authentic: " + entry.key());
    }
  }

  private static boolean isLanguage(String tag) {
    return !tag.isEmpty() && Locale.forLanguageTag(tag).toLanguageTag().equalsIgnoreCase(tag);
  }

  private void terms(Entry entry, EntryType type, String at) {
    boolean defines = type.family() == EntryType.Family.DEFINITION;
    if (defines == (entry.term() == null)) {
      found.add(at + "/term", defines ? "is required of " + type : "is none of %s".formatted(type));
    }
    if (entry.scope() != null) {
      member(SCOPES, entry.scope(), at + "/scope");
    }
    notEmpty(entry.texts(), at + "/texts");
    notEmpty(entry.parameters(), at + "/parameters");
    notEmpty(entry.categories(), at + "/categories");
    notEmpty(entry.origins(), at + "/origins");
    notEmpty(entry.references(), at + "/references");
    notEmpty(entry.attributes(), at + "/attributes");
  }

  private void parameters(Entry entry, String at) {
    var parameters = entry.parametersOrNone();
    for (int i = 0; i < parameters.size(); i++) {
      var here = at + "/parameters/" + i;
      member(OPERATORS, parameters.get(i).operator(), here + "/operator");
      if (!DECIMAL.matcher(parameters.get(i).value()).matches()) {
        found.add(here + "/value", "is no decimal number with a point, in " + entry.key());
      }
    }
  }

  private void goods(Entry entry, String at) {
    notEmpty(entry.hsCodes(), at + "/hsCodes");
    notEmpty(entry.casNumbers(), at + "/casNumbers");
    var hsCodes = entry.hsCodesOrNone();
    for (int i = 0; i < hsCodes.size(); i++) {
      if (!HS.matcher(hsCodes.get(i).code()).matches()) {
        found.add(at + "/hsCodes/" + i + "/code", "has not 4 to 10 digits, in " + entry.key());
      }
    }
    var numbers = entry.casNumbersOrNone();
    for (int i = 0; i < numbers.size(); i++) {
      var here = at + "/casNumbers/" + i;
      if (!CAS.matcher(numbers.get(i)).matches()) {
        found.add(here, "is no CAS number, in " + entry.key());
      } else if (!CasNumber.holds(numbers.get(i))) {
        found.add(here, "has a wrong check digit, in " + entry.key());
      }
    }
  }

  private void member(Set<String> of, String value, String at) {
    if (!of.contains(value)) {
      found.add(at, "is none of " + String.join(", ", of.stream().sorted().toList()));
    }
  }

  private void notEmpty(@Nullable List<?> values, String at) {
    if (values != null && values.isEmpty()) {
      found.add(at, "is empty; leave it away");
    }
  }
}
