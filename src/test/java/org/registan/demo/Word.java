package org.registan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A word or a pattern in its own script, in Latin letters and in English. */
record Word(String original, String latin, String english) {

  /** From {@code original|latin|english}; what is left out is as the form before it. */
  static Word of(String text) {
    var forms = text.split("\\|", -1);
    var latin = forms.length > 1 ? forms[1] : forms[0];
    return new Word(forms[0], latin, forms.length > 2 ? forms[2] : latin);
  }

  static List<Word> all(JsonNode texts) {
    var words = new ArrayList<Word>();
    texts.forEach(text -> words.add(of(text.textValue())));
    return List.copyOf(words);
  }

  /** This pattern with {@code {name}} replaced, form by form. */
  Word with(Map<String, Word> values) {
    var filled = this;
    for (var value : values.entrySet()) {
      var hole = "{" + value.getKey() + "}";
      var word = value.getValue();
      filled =
          new Word(
              filled.original.replace(hole, word.original),
              filled.latin.replace(hole, word.latin),
              filled.english.replace(hole, word.english));
    }
    return filled;
  }
}
