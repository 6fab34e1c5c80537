package org.registan.controllist;

import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.registan.controllist.Change.Segment;
import org.registan.controllist.Change.Segment.Op;

/**
 * Which words of a text are others than before. What is SAME or REMOVED, joined, is the text
 * before; what is SAME or ADDED the text after. Texts too long to be compared word by word, once
 * what they begin with and end in alike is set aside, are told as one taken away and one put in its
 * place, and so are all once enough was compared.
 */
final class WordChanges {

  private static final Pattern TOKEN =
      Pattern.compile("\\s+|[\\p{L}\\p{M}\\p{N}]+|.", Pattern.DOTALL);
  private static final int MOST = 6_000;

  private final Effort effort;
  private final List<Segment> segments = new ArrayList<>();

  private WordChanges(Effort effort) {
    this.effort = effort;
  }

  /** What comparing all texts of two editions may cost, by the squares of what differs. */
  static final class Effort {
    private long left = 300_000_000;

    private boolean covers(long words) {
      long cost = words * words;
      if (cost > left) {
        return false;
      }
      left -= cost;
      return true;
    }
  }

  /** By language, those whose texts differ. */
  static Map<String, List<Segment>> between(
      List<Entry.Text> before, List<Entry.Text> after, Effort effort) {
    var old = byLanguage(before);
    var now = byLanguage(after);
    var changes = new TreeMap<String, List<Segment>>();
    old.forEach((lang, it) -> changes.put(lang, between(it, now.getOrDefault(lang, ""), effort)));
    now.forEach((lang, it) -> changes.computeIfAbsent(lang, x -> between("", it, effort)));
    changes.values().removeIf(it -> it.stream().allMatch(one -> one.op() == Op.SAME));
    return changes;
  }

  private static Map<String, String> byLanguage(List<Entry.Text> texts) {
    return texts.stream()
        .collect(Collectors.toMap(Entry.Text::lang, Entry.Text::text, (one, other) -> other));
  }

  static List<Segment> between(String before, String after, Effort effort) {
    var changes = new WordChanges(effort);
    var old = tokens(before);
    var now = tokens(after);
    int start = alike(old, now);
    int end =
        alike(old.subList(start, old.size()).reversed(), now.subList(start, now.size()).reversed());
    changes.add(Op.SAME, old.subList(0, start));
    changes.middle(old.subList(start, old.size() - end), now.subList(start, now.size() - end));
    changes.add(Op.SAME, old.subList(old.size() - end, old.size()));
    return changes.segments;
  }

  private static List<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(MatchResult::group).toList();
  }

  private static int alike(List<String> one, List<String> other) {
    int alike = 0;
    while (alike < Math.min(one.size(), other.size()) && one.get(alike).equals(other.get(alike))) {
      alike++;
    }
    return alike;
  }

  private void middle(List<String> old, List<String> now) {
    int words = old.size() + now.size();
    if (old.isEmpty() || now.isEmpty() || words > MOST || !effort.covers(words)) {
      add(Op.REMOVED, old);
      add(Op.ADDED, now);
      return;
    }
    int done = 0;
    for (var change : new MyersDiffWithLinearSpace<String>().computeDiff(old, now, null)) {
      add(Op.SAME, old.subList(done, change.startOriginal));
      add(Op.REMOVED, old.subList(change.startOriginal, change.endOriginal));
      add(Op.ADDED, now.subList(change.startRevised, change.endRevised));
      done = change.endOriginal;
    }
    add(Op.SAME, old.subList(done, old.size()));
  }

  /**
   * Goes on with the run of the same kind, if that is the last; taken away stands before put in.
   */
  private void add(Op op, List<String> tokens) {
    if (tokens.isEmpty()) {
      return;
    }
    var text = String.join("", tokens);
    int last = segments.size() - 1;
    if (last >= 0 && segments.get(last).op() == op) {
      segments.set(last, new Segment(op, segments.get(last).text() + text));
    } else if (op == Op.REMOVED && last >= 0 && segments.get(last).op() == Op.ADDED) {
      var added = segments.remove(last);
      add(op, tokens);
      segments.add(added);
    } else {
      segments.add(new Segment(op, text));
    }
  }
}
