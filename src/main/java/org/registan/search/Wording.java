package org.registan.search;

import java.util.ArrayList;
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
 * The text of a question. What is written without a space is found as a code or by its words,
 * whichever counts more; everything must be found somewhere.
 */
final class Wording {

  private static final int EXACT = 4;
  private static final int BEGINNING = 2;
  private static final int MISTYPED = 1;

  /** What is written in one: as a code, and the words of it. */
  private record Part(String code, Set<String> words) {}

  private final Set<Part> parts = new LinkedHashSet<>();
  private final List<Word> words;
  private final List<Word> codes;

  private Wording(String text, Spelling spelling) {
    int count = 0;
    for (var written : text.split("\\s+", -1)) {
      var words = spelling.words(written);
      count += words.size();
      if (count > Unsearchable.Bound.WORDS.most()) {
        throw new Unsearchable(Unsearchable.Bound.WORDS);
      }
      if (!words.isEmpty()) {
        parts.add(new Part(Spelling.code(words), new LinkedHashSet<>(words)));
      }
    }
    words = parts.stream().flatMap(it -> it.words.stream()).distinct().map(Word::new).toList();
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
    var words = new BooleanQuery.Builder();
    part.words.forEach(it -> words.add(best(clauses(new Word(it), fields)), Occur.MUST));
    if (part.words.size() == 1 && part.words.contains(part.code)) {
      return best(clauses(new Word(part.code), fields));
    }
    var codes = fields.stream().filter(Field::code).toList();
    var ways = new ArrayList<>(clauses(new Word(part.code), codes));
    ways.add(words.build());
    return best(ways);
  }

  private static Query best(List<Query> ways) {
    return new DisjunctionMaxQuery(ways, 0);
  }

  private static List<Query> clauses(Word word, List<Field> fields) {
    var clauses = new ArrayList<Query>();
    for (var field : fields) {
      var in = Indexed.text(field.name());
      clauses.add(counting(word.exact(in), EXACT * field.weight()));
      clauses.add(counting(word.beginning(in), BEGINNING * field.weight()));
      var mistyped = field.code() ? null : word.mistyped(in);
      if (mistyped != null) {
        clauses.add(counting(mistyped, MISTYPED * field.weight()));
      }
    }
    return clauses;
  }

  private static Query counting(Query query, int points) {
    return new BoostQuery(new ConstantScoreQuery(query), points);
  }
}
