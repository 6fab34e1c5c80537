package org.registan.controllist;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.registan.codes.CodeScheme;
import org.registan.database.Database;
import org.registan.search.Corpus;
import org.registan.search.Doc;

/**
 * The entries of released editions, to be searched on this node. An edition comes in when a reader
 * first asks for it and never changes; what two editions share is in it once.
 */
@ApplicationScoped
class EntryIndex {

  private final StoredBlocks blocks;
  private final Database database;
  private final Corpus corpus = new Corpus(EntryDocs.FIELDS);
  private final Map<UUID, Extent> editions = new ConcurrentHashMap<>();
  private final Set<Long> indexed = new HashSet<>();

  EntryIndex(StoredBlocks blocks, Database database) {
    this.blocks = blocks;
    this.database = database;
  }

  @PreDestroy
  void close() {
    corpus.close();
  }

  Corpus corpus() {
    return corpus;
  }

  /** What these editions have of the index; nothing of those that are not in it yet. */
  Map<UUID, Extent> extents(Set<UUID> released) {
    var extents = new HashMap<UUID, Extent>();
    for (var record : released) {
      var extent = editions.get(record);
      if (extent != null) {
        extents.put(record, extent);
      }
    }
    return extents;
  }

  /**
   * Takes released editions in, in short reads. Not to be called within a transaction: others who
   * wait for the same would each keep one.
   */
  synchronized void take(Map<UUID, CodeScheme> released) {
    released.forEach((record, scheme) -> {
      if (!editions.containsKey(record)) {
        editions.put(record, read(record, scheme));
      }
    });
  }

  private Extent read(UUID record, CodeScheme scheme) {
    var extent = new Extent.Building();
    var docs = new ArrayList<Doc>();
    int next = 0;
    for (var some = stored(record, next); !some.isEmpty(); some = stored(record, next)) {
      for (var block : some) {
        extent.add(block);
        if (!indexed.contains(block.id())) {
          docs.addAll(EntryDocs.of(block, scheme));
        }
      }
      add(docs);
      next = some.getLast().n() + 1;
    }
    return extent.built();
  }

  private List<StoredBlocks.Stored> stored(UUID record, int from) {
    return database.act(handle -> blocks.read(handle, record, from));
  }

  /** Whole blocks; should reading the next fail, these are there already when it is tried again. */
  private void add(List<Doc> docs) {
    if (!docs.isEmpty()) {
      corpus.add(docs);
      docs.forEach(it -> indexed.add(it.group()));
      docs.clear();
    }
  }
}
