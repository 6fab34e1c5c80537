package org.registan.controllist;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** Which blocks an edition has, and which of them stand under its headings. */
final class Extent {

  private static final long[] NONE = {};

  private final long[] all;
  private final Map<String, long[]> under;

  private Extent(long[] all, Map<String, long[]> under) {
    this.all = all;
    this.under = under;
  }

  private static String name(String heading) {
    return heading.toUpperCase(Locale.ROOT);
  }

  /**
   * Its blocks, in ascending order; where headings are named, by key or code, those under any of
   * them.
   */
  long[] under(List<String> headings) {
    return headings.isEmpty()
        ? all
        : headings.stream()
            .map(it -> under.getOrDefault(name(it), NONE))
            .flatMapToLong(LongStream::of)
            .sorted()
            .distinct()
            .toArray();
  }

  /** One that is read block by block, in the order of the text. */
  static final class Building {

    private final LongStream.Builder all = LongStream.builder();
    private final Map<String, LongStream.Builder> under = new HashMap<>();
    private final Map<String, Set<String>> above = new HashMap<>();

    void add(StoredBlocks.Stored block) {
      var parent = block.root().parent();
      var names = parent == null ? Set.<String>of() : above.getOrDefault(parent, Set.of());
      if (Block.isHeading(block.root())) {
        var heading = block.entries().getFirst();
        names = new HashSet<>(names);
        names.add(name(heading.key()));
        if (heading.code() != null) {
          names.add(name(heading.code()));
        }
        above.put(heading.key(), names);
      }
      names.forEach(it -> under.computeIfAbsent(it, name -> LongStream.builder()).add(block.id()));
      all.add(block.id());
    }

    Extent built() {
      var built = new HashMap<String, long[]>();
      under.forEach((name, blocks) -> built.put(name, sorted(blocks)));
      return new Extent(sorted(all), built);
    }

    private static long[] sorted(LongStream.Builder blocks) {
      return blocks.build().sorted().toArray();
    }
  }
}
