package org.registan.search;

import java.util.Objects;
import java.util.function.Predicate;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.jspecify.annotations.Nullable;

/**
 * A word that is looked for: as it is, as a beginning, or with a typo. Every term in reach is found
 * and counts the same, so that it plays no part which others the index has.
 */
final class Word {

  private static final int ONE_TYPO = 4;
  private static final int TWO_TYPOS = 8;

  /** Longer ones cost too much to be looked for with two. */
  private static final int LONG = 16;

  private final String text;
  private final @Nullable Automaton typos;
  private final Predicate<String> mistyped;

  Word(String text) {
    this.text = text;
    int edits = edits(text);
    if (edits == 0) {
      typos = null;
      mistyped = it -> false;
    } else {
      var within = new LevenshteinAutomata(text, true).toAutomaton(edits);
      typos = Objects.requireNonNull(within);
      mistyped = new CharacterRunAutomaton(within)::run;
    }
  }

  /** A digit more or less is another code or number. */
  private static int edits(String text) {
    int letters = text.codePointCount(0, text.length());
    if (letters < ONE_TYPO || !text.codePoints().allMatch(Character::isLetter)) {
      return 0;
    }
    return letters < TWO_TYPOS || letters > LONG ? 1 : 2;
  }

  Query exact(String field) {
    return new TermQuery(new Term(field, text));
  }

  Query beginning(String field) {
    return new PrefixQuery(new Term(field, text), MultiTermQuery.CONSTANT_SCORE_REWRITE);
  }

  @Nullable Query mistyped(String field) {
    return typos == null
        ? null
        : new AutomatonQuery(
            new Term(field, text), typos, false, MultiTermQuery.CONSTANT_SCORE_REWRITE);
  }

  /** Whether it finds what the text of a document has, with a typo in words only. */
  boolean finds(String other, boolean code) {
    return other.startsWith(text) || (!code && mistyped.test(other));
  }
}
