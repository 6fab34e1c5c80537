package org.registan.controllist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.registan.codes.CodeScheme;
import org.registan.kernel.Digest;
import org.registan.kernel.Json;

/**
 * A piece of an edition that changes as one: an entry with all that stands under it, or the heading
 * of a category or product group by itself. Its text is canonical, so that two editions share what
 * is the same in both.
 *
 * @param root the first of its entries, without what it says
 * @param body its entries, in order
 * @param codes those that stand in it, in their canonical forms
 */
record Block(Entry root, int entries, String body, String sha256, Set<String> codes) {

  /** Characters: what is read at once. */
  static final int LONGEST = 1_000_000;

  private static final Set<String> HEADINGS =
      Set.of(EntryType.CATEGORY.name(), EntryType.PRODUCT_GROUP.name());

  /** The entries of an edition as blocks. */
  static List<Block> of(List<Entry> entries, CodeScheme scheme) {
    var blocks = new ArrayList<Block>();
    var headings = new LinkedHashSet<String>();
    var block = new ArrayList<Entry>();
    for (var entry : entries) {
      var atTop = entry.parent() == null || headings.contains(entry.parent());
      if (atTop && !block.isEmpty()) {
        blocks.add(of(block, scheme, Digest.sha256()));
        block = new ArrayList<>();
      }
      if (atTop && isHeading(entry)) {
        headings.add(entry.key());
      }
      block.add(entry);
    }
    if (!block.isEmpty()) {
      blocks.add(of(block, scheme, Digest.sha256()));
    }
    return blocks;
  }

  static boolean isHeading(Entry entry) {
    return HEADINGS.contains(entry.type());
  }

  private static Block of(List<Entry> entries, CodeScheme scheme, MessageDigest digest) {
    var body = Json.canonical(Json.MAPPER.valueToTree(entries));
    var codes = new LinkedHashSet<String>();
    for (var entry : entries) {
      if (entry.code() != null) {
        scheme.canonical(entry.code()).ifPresent(codes::add);
      }
    }
    digest.update(body.getBytes(UTF_8));
    return new Block(
        entries.getFirst().stub(),
        entries.size(),
        body,
        HexFormat.of().formatHex(digest.digest()),
        codes);
  }

  /** A digest of all of these, in hexadecimal: the same entries have the same one. */
  static String digest(List<Block> blocks) {
    var digest = Digest.sha256();
    blocks.forEach(it -> digest.update(it.sha256().getBytes(UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }
}
