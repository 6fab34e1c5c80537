package org.registan.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One question of one reader. Whom it may see is part of the query, not applied to its outcome. */
final class Search {

  private static final SortField BY_ORDER = new SortField(Indexed.ORDER, SortField.Type.STRING);

  private final Query query;
  private final boolean scored;

  Search(Question question, @Nullable Wording wording, List<Field> fields, Groups visible) {
    var all = new BooleanQuery.Builder();
    if (wording != null) {
      wording.queries(fields).forEach(it -> all.add(it, Occur.MUST));
    }
    filter(all, question.any(), Indexed::term, it -> it);
    filter(all, question.below(), Indexed::path, Indexed::path);
    all.add(new Visible(visible), Occur.FILTER);
    query = all.build();
    scored = wording != null;
  }

  private static <T> void filter(
      BooleanQuery.Builder all,
      Map<String, ? extends Collection<T>> given,
      Function<String, String> named,
      Function<T, String> term) {
    given.forEach((name, values) -> {
      var terms = values.stream().map(term).map(BytesRef::new).toList();
      all.add(new TermInSetQuery(named.apply(name), terms), Occur.FILTER);
    });
  }

  Page page(IndexSearcher searcher, int limit, @Nullable After after, @Nullable Marking marking)
      throws IOException {
    var sort = scored ? new Sort(SortField.FIELD_SCORE, BY_ORDER) : new Sort(BY_ORDER);
    var manager = new TopFieldCollectorManager(sort, limit + 1, place(after), Integer.MAX_VALUE);
    var found = searcher.search(query, manager).scoreDocs;
    var hits = new ArrayList<Hit>();
    for (var each : found) {
      var hit = hit(searcher, (FieldDoc) each, hits.size() < limit ? marking : null);
      if (!hits.isEmpty() && hits.getLast().after().equals(hit.after())) {
        throw new IllegalStateException("two documents that one reader sees have the same order");
      }
      hits.add(hit);
    }
    boolean more = hits.size() > limit;
    return new Page(List.copyOf(more ? hits.subList(0, limit) : hits), more);
  }

  /** Behind all documents with this score and order, as there is one. */
  private @Nullable FieldDoc place(@Nullable After after) {
    if (after == null) {
      return null;
    }
    var order = new BytesRef(after.order());
    var fields = scored ? new Object[] {(float) after.score(), order} : new Object[] {order};
    return new FieldDoc(Integer.MAX_VALUE, after.score(), fields);
  }

  private Hit hit(IndexSearcher searcher, FieldDoc found, @Nullable Marking marking)
      throws IOException {
    var key = found.fields;
    int score = scored ? (int) (float) (Float) key[0] : 0;
    var order = ((BytesRef) key[key.length - 1]).utf8ToString();
    var texts =
        marking == null
            ? List.<Highlight>of()
            : marking.of(
                Indexed.texts(
                    searcher.storedFields().document(found.doc, Set.of(Indexed.WRITTEN))));
    return new Hit(
        value(searcher, found, Indexed.ID),
        value(searcher, found, Indexed.GROUP),
        score,
        order,
        texts);
  }

  private static long value(IndexSearcher searcher, ScoreDoc found, String field)
      throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
    var values = DocValues.getNumeric(leaf.reader(), field);
    if (!values.advanceExact(found.doc - leaf.docBase)) {
      throw new IllegalStateException("a document without " + field);
    }
    return values.longValue();
  }
}
