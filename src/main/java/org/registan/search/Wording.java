package org.registan.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;

/**
 * The text of a question. What is written without a space is found as a code, or by its words in
 * texts, whichever counts more; everything must be found somewhere.
 */
final class Wording {

  private static final int EXACT = 4;
  private static final int BEGINNING = 2;
  private static final int MISTYPED = 1;

  /** What is written in one: as a code, and the words of it, each in all its spellings. */
  private record Part(String code, Set<Set<String>> words) {}

  private final Set<Part> parts = new LinkedHashSet<>();
  private final List<Word> words;
  private final List<Word> codes;

  private Wording(String text, Spelling spelling) {
    int count = 0;
    for (var written : text.split("\\s+", -1)) {
      var stretches = spelling.stretches(written);
      var each = stretches.stream().flatMap(it -> it.each().stream()).toList();
      count += each.size();
      if (count > Unsearchable.Bound.WORDS.most()) {
        throw new Unsearchable(Unsearchable.Bound.WORDS);
      }
      if (!each.isEmpty()) {
        parts.add(new Part(Spelling.code(stretches), new LinkedHashSet<>(each)));
      }
    }
    words =
        parts.stream()
            .flatMap(it -> it.words.stream())
            .flatMap(Set::stream)
            .distinct()
            .map(Word::new)
            .toList();
    codes = parts.stream().map(Part::code).distinct().map(Word::new).toList();
  }

  static Wording of(String text, Spelling spelling) {
    if (text.length() > Unsearchable.Bound.CHARACTERS.most()) {
      throw new Unsearchable(Unsearchable.Bound.CHARACTERS);
    }
    return new Wording(text, spelling);
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Whether something that is looked for is found in this. */
  boolean finds(String other, boolean code) {
    return words.stream().anyMatch(it -> it.finds(other, code))
        || (code && codes.stream().anyMatch(it -> it.finds(other, true)));
  }

  /** For each part a query that scores what it counts. */
  List<Query> queries(List<Field> fields) {
    return parts.stream().map(it -> query(it, fields)).toList();
  }

  private static Query query(Part part, List<Field> fields) {
    var codes = fields.stream().filter(Field::code).toList();
    var texts = fields.stream().filter(it -> !it.code()).toList();
    var ways = new LinkedHashSet<>(clauses(Set.of(part.code), codes));
    if (part.words.size() == 1) {
      ways.addAll(clauses(part.words.iterator().next(), texts));
    } else {
      var words = new BooleanQuery.Builder();
      part.words.forEach(it -> words.add(best(clauses(it, texts)), Occur.MUST));
      ways.add(words.build());
    }
    return best(ways);
  }

  private static Query best(Collection<Query> ways) {
    return new DisjunctionMaxQuery(ways, 0);
  }

  private static List<Query> clauses(Set<String> spellings, List<Field> fields) {
    var clauses = new LinkedHashSet<Query>();
    for (var spelling : spellings) {
      var word = new Word(spelling);
      fields.forEach(it -> add(clauses, word, it));
    }
    return List.copyOf(clauses);
  }

  private static void add(Set<Query> clauses, Word word, Field field) {
    var in = Indexed.text(field.name());
    clauses.add(counting(word.exact(in), EXACT * field.weight()));
    clauses.add(counting(word.beginning(in), BEGINNING * field.weight()));
    var mistyped = field.code() ? null : word.mistyped(in);
    if (mistyped != null) {
      clauses.add(counting(mistyped, MISTYPED * field.weight()));
    }
  }

  private static Query counting(Query query, int points) {
    return new BoostQuery(new ConstantScoreQuery(query), points);
  }
}
