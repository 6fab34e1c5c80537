package org.registan.search;

import java.util.Locale;
import java.util.Map;

/**
 * Cyrillic as Uzbek writes it in Latin since 1995, which is otherwise than it is transliterated:
 * {@code қочма} is {@code qochma}.
 */
final class Uzbek {

  private static final String VOWELS = "аеёиоуўэюяыъ";

  private static final Map<Integer, String> LATIN =
      Map.ofEntries(
          of('а', "a"),
          of('б', "b"),
          of('в', "v"),
          of('г', "g"),
          of('д', "d"),
          of('ё', "yo"),
          of('ж', "j"),
          of('з', "z"),
          of('и', "i"),
          of('й', "y"),
          of('к', "k"),
          of('л', "l"),
          of('м', "m"),
          of('н', "n"),
          of('о', "o"),
          of('п', "p"),
          of('р', "r"),
          of('с', "s"),
          of('т', "t"),
          of('у', "u"),
          of('ф', "f"),
          of('х', "x"),
          of('ч', "ch"),
          of('ш', "sh"),
          of('щ', "sh"),
          of('ъ', "'"),
          of('ы', "i"),
          of('ь', ""),
          of('э', "e"),
          of('ю', "yu"),
          of('я', "ya"),
          of('ў', "o'"),
          of('қ', "q"),
          of('ғ', "g'"),
          of('ҳ', "h"));

  private Uzbek() {}

  private static Map.Entry<Integer, String> of(char cyrillic, String latin) {
    return Map.entry((int) cyrillic, latin);
  }

  static boolean isCyrillic(String text) {
    return text.codePoints()
        .anyMatch(it -> Character.UnicodeScript.of(it) == Character.UnicodeScript.CYRILLIC);
  }

  /** What is not Cyrillic stays as it is, but in lower case. */
  static String latin(String text) {
    var latin = new StringBuilder();
    int before = ' ';
    for (int c : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
      boolean afterVowel = VOWELS.indexOf(before) >= 0;
      switch (c) {
        case 'е' -> latin.append(afterVowel || !Character.isLetter(before) ? "ye" : "e");
        case 'ц' -> latin.append(afterVowel ? "ts" : "s");
        default -> {
          var known = LATIN.get(c);
          if (known == null) {
            latin.appendCodePoint(c);
          } else {
            latin.append(known);
          }
        }
      }
      before = c;
    }
    return latin.toString();
  }
}
