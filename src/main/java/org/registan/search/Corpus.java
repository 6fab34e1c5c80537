package org.registan.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Documents in memory, to be searched. What a reader gets depends on the question and on the
 * documents it sees, on no other and on no count of them; two nodes that have the same documents
 * answer the same bytes.
 */
public final class Corpus implements AutoCloseable {

  private static final double BUFFER_MEGABYTES = 48;

  private final Spelling spelling = new Spelling();
  private final Indexed indexed;
  private final List<Field> fields;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  /** An empty one. */
  public Corpus(List<Field> fields) {
    this.fields = List.copyOf(fields);
    this.indexed = new Indexed(fields, spelling);
    try {
      writer =
          new IndexWriter(
              new ByteBuffersDirectory(),
              new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES));
      searchers = new SearcherManager(writer, new Plainly());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing is kept of a question for the next. */
  private static final class Plainly extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(
        org.apache.lucene.index.IndexReader reader,
        org.apache.lucene.index.@Nullable IndexReader previous) {
      var searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      return searcher;
    }
  }

  /** Has these too, and each of them when it returns. */
  public void add(Collection<Doc> docs) {
    try {
      writer.addDocuments(docs.stream().map(indexed::of).toList());
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The best of the documents that this reader sees, from a place on.
   *
   * @throws Unsearchable if the text is too long
   */
  public Page search(Question question, Groups visible, int limit, @Nullable After after) {
    if (limit < 1) {
      throw new IllegalArgumentException("a page has at least one hit");
    }
    var text = question.text();
    var wording = text == null || text.isBlank() ? null : Wording.of(text, spelling);
    if (visible.isEmpty() || (wording != null && wording.isEmpty())) {
      return Page.EMPTY;
    }
    var search = new Search(question, wording, fields, visible);
    var marking = wording == null ? null : new Marking(indexed, spelling, wording);
    try {
      var searcher = searchers.acquire();
      try {
        return search.page(searcher, limit, after, marking);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      searchers.close();
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
