package org.registan.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** The documents of the groups that a reader sees, asked only of those that match otherwise. */
final class Visible extends Query {

  private final Groups groups;

  Visible(Groups groups) {
    this.groups = groups;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        var values = DocValues.getNumeric(leaf.reader(), Indexed.GROUP);
        return new DefaultScorerSupplier(
            new ConstantScoreScorer(0, mode, phases(values, leaf.reader().maxDoc())));
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  private TwoPhaseIterator phases(NumericDocValues values, int size) {
    return new TwoPhaseIterator(DocIdSetIterator.all(size)) {
      @Override
      public boolean matches() throws IOException {
        return values.advanceExact(approximation.docID()) && groups.contains(values.longValue());
      }

      @Override
      public float matchCost() {
        return 2;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "visible";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Visible same && groups == same.groups;
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + System.identityHashCode(groups);
  }
}
