package org.registan.controllist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.registan.record.Gathered;
import org.registan.web.Fault;

/**
 * What a file says.
 *
 * @param entries in its order, not yet held against the contract; none where there are faults
 * @param rows the row of each, the heading being 1
 * @param faults what could not be read, and where
 */
record TableRead(List<ObjectNode> entries, List<Integer> rows, List<Gathered.Misfit> faults) {

  /** A pointer into a list of entries, in whichever member that stands. */
  private static final Pattern POINTER =
      Pattern.compile("(?:/[A-Za-z]+)?/([0-9]{1,9})(?:/([A-Za-z]+)(?:/([0-9]{1,9}))?(?:/.*)?)?");

  /** The same fault where the officer finds it: in its row and column. */
  Gathered.Misfit located(Fault fault) {
    return new Gathered.Misfit(
        place(fault.pointer() == null ? "" : fault.pointer()), fault.pointer(), fault.detail());
  }

  /** Where the part of an entry that is pointed to came from; the heading for what is of all. */
  Gathered.Place place(String pointer) {
    var at = POINTER.matcher(pointer);
    if (!at.matches() || Integer.parseInt(at.group(1)) >= entries.size()) {
      return new Gathered.Place(1, null);
    }
    var entry = Integer.parseInt(at.group(1));
    return new Gathered.Place(rows.get(entry), column(entry, at.group(2), at.group(3)));
  }

  private @Nullable String column(int entry, @Nullable String member, @Nullable String index) {
    if (member == null) {
      return null;
    }
    if (member.equals("texts")) {
      var text = entries.get(entry).path(member).path(index == null ? 0 : Integer.parseInt(index));
      return text.isMissingNode() ? null : EntryColumn.TEXTS + text.path("lang").asText();
    }
    return EntryTable.column(member).map(EntryColumn::name).orElse(null);
  }
}
