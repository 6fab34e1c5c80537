package org.registan.controllist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Json;

/**
 * Where blocks stand, without what they say. A block never changes, nor does another ever have its
 * number, so those asked for last are kept on this node.
 */
@ApplicationScoped
class BlockRoots {

  /** Of ten or so of the longest lists; some 20 MB. */
  private static final int MOST = 50_000;

  private final Map<Long, Entry> kept =
      new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(
            Map.Entry<Long, org.registan.controllist.Entry> eldest) {
          return size() > MOST;
        }
      };

  /** The first entry of each block, as a stub. */
  Map<Long, Entry> of(Handle handle, Set<Long> ids) {
    var roots = kept(ids);
    var missing = new HashSet<>(ids);
    missing.removeAll(roots.keySet());
    if (!missing.isEmpty()) {
      var read = read(handle, missing);
      roots.putAll(read);
      synchronized (kept) {
        kept.putAll(read);
      }
    }
    return roots;
  }

  private Map<Long, Entry> kept(Set<Long> ids) {
    var roots = new HashMap<Long, Entry>();
    synchronized (kept) {
      for (var id : ids) {
        var root = kept.get(id);
        if (root != null) {
          roots.put(id, root);
        }
      }
    }
    return roots;
  }

  private static Map<Long, Entry> read(Handle handle, Set<Long> ids) {
    return handle
        .createQuery("SELECT id, root FROM entry_block WHERE id IN (<ids>)")
        .bindList("ids", List.copyOf(ids))
        .map((row, ctx) -> Map.entry(row.getLong(1), Json.parse(row.getString(2), Entry.class)))
        .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
  }
}
