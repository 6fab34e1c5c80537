package org.registan.controllist;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.registan.codes.CodeScheme;
import org.registan.search.Corpus;
import org.registan.search.Doc;

/**
 * The entries of released editions, to be searched on this node. An edition comes in when a reader
 * first asks for it and never changes; what two editions share is in it once.
 */
@ApplicationScoped
class EntryIndex {

  /** How many entries go in at once. */
  private static final int SOME = 2_000;

  private final EditionBlocks blocks;
  private final Corpus corpus = new Corpus(EntryDocs.FIELDS);
  private final Map<UUID, Extent> editions = new ConcurrentHashMap<>();
  private final Set<Long> indexed = new HashSet<>();

  EntryIndex(EditionBlocks blocks) {
    this.blocks = blocks;
  }

  @PreDestroy
  void close() {
    corpus.close();
  }

  Corpus corpus() {
    return corpus;
  }

  /** What these editions have of the index, which has all of them when it returns. */
  Map<UUID, Extent> extents(Handle handle, Map<UUID, CodeScheme> released) {
    if (!editions.keySet().containsAll(released.keySet())) {
      index(handle, released);
    }
    var extents = new HashMap<UUID, Extent>();
    released.keySet().forEach(it -> extents.put(it, Objects.requireNonNull(editions.get(it))));
    return extents;
  }

  private synchronized void index(Handle handle, Map<UUID, CodeScheme> released) {
    var missing = new HashMap<UUID, Extent.Building>();
    released.keySet().stream()
        .filter(it -> !editions.containsKey(it))
        .forEach(it -> missing.put(it, new Extent.Building()));
    if (missing.isEmpty()) {
      return;
    }
    var docs = new ArrayList<Doc>();
    var read = new HashSet<Long>();
    blocks.each(
        handle,
        missing.keySet(),
        (record, block) -> {
          Objects.requireNonNull(missing.get(record)).add(block);
          if (!indexed.contains(block.id()) && read.add(block.id())) {
            docs.addAll(EntryDocs.of(block, Objects.requireNonNull(released.get(record))));
          }
          if (docs.size() >= SOME) {
            add(docs);
          }
        });
    add(docs);
    missing.forEach((record, extent) -> editions.put(record, extent.built()));
  }

  /** Whole blocks; should reading the next fail, these are there already when it is tried again. */
  private void add(List<Doc> docs) {
    corpus.add(docs);
    docs.forEach(it -> indexed.add(it.group()));
    docs.clear();
  }
}
