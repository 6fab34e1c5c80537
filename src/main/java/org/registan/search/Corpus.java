package org.registan.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Documents in memory, to be searched. What a reader gets depends on the question and on the
 * documents it sees, on no other and on no count of them; two nodes that caught up with the same
 * documents answer the same bytes.
 */
public final class Corpus implements AutoCloseable {

  private static final double BUFFER_MEGABYTES = 48;

  private final Spelling spelling = new Spelling();
  private final Indexed indexed;
  private final List<Field> fields;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Object indexing = new Object();
  private volatile long last;

  /** An empty one, of documents whose ids are above 0. */
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

  /**
   * Has every document up to {@code newest} when it returns. All of them must be there to be read:
   * what comes to the source later with a lower id is never asked for. If the source fails, what it
   * gave before is kept and the next call goes on from there.
   */
  public void catchUp(long newest, Source source) {
    if (newest <= last) {
      return;
    }
    synchronized (indexing) {
      try {
        add(newest, source);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void add(long newest, Source source) throws IOException {
    long upTo = last;
    try {
      while (upTo < newest) {
        var docs = source.next(upTo, newest);
        if (docs.isEmpty()) {
          upTo = newest;
        } else {
          check(docs, upTo, newest);
          writer.addDocuments(docs.stream().map(indexed::of).toList());
          upTo = docs.getLast().id();
        }
      }
    } finally {
      searchers.maybeRefreshBlocking();
      last = upTo;
    }
  }

  private static void check(List<Doc> docs, long after, long upTo) {
    long before = after;
    for (var doc : docs) {
      if (doc.id() <= before || doc.id() > upTo) {
        throw new IllegalStateException("the source gives documents out of turn");
      }
      before = doc.id();
    }
  }

  /** Forgets these documents, for good: they are not asked for again. */
  public void drop(Collection<Long> ids) {
    delete(LongPoint.newSetQuery(Indexed.ID, ids));
  }

  /** Forgets all documents of these groups that are there; later ones of them are taken. */
  public void dropGroups(Collection<Long> groups) {
    delete(LongPoint.newSetQuery(Indexed.GROUP, groups));
  }

  private void delete(Query which) {
    synchronized (indexing) {
      try {
        writer.deleteDocuments(which);
        searchers.maybeRefreshBlocking();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
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
