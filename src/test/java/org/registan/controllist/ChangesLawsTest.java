package org.registan.controllist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.registan.kernel.Json;

/** Whatever the lists: their changes make the one of the other. */
class ChangesLawsTest {

  @Property
  void theChangesMakeTheLaterListOfTheEarlier(
      @ForAll Random random,
      @ForAll @IntRange(max = 60) int size,
      @ForAll @IntRange(max = 8) int strokes) {
    var before = RandomLists.list(random, size);
    var after = RandomLists.edited(random, before, strokes);
    assertThat(Changes.apply(before, Changes.between(before, after))).isEqualTo(after);
    assertThat(Changes.apply(after, Changes.between(after, before))).isEqualTo(before);
  }

  @Property
  void evenWhenTheListsHaveNothingToDoWithOneAnother(
      @ForAll Random random, @ForAll @IntRange(max = 60) int size) {
    var before = RandomLists.list(random, size);
    var after = RandomLists.list(random, random.nextInt(60));
    assertThat(Changes.apply(before, Changes.between(before, after))).isEqualTo(after);
  }

  @Property
  void aListHasNoChangesFromItself(@ForAll Random random, @ForAll @IntRange(max = 60) int size) {
    var list = RandomLists.list(random, size);
    assertThat(Changes.between(list, List.copyOf(list))).isEmpty();
  }

  @Property
  void aRenumberingIsToldAsOneAndWhatIsUnderItFollows(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 60) int size) {
    var before = RandomLists.list(random, size);
    var coded =
        before.stream().filter(it -> it.code() != null && !it.type().equals("NOT_USED")).toList();
    var at = coded.get(random.nextInt(coded.size()));
    var after = RandomLists.renamed(before, at, at.key() + "99");
    var changes = Changes.between(before, after);
    assertThat(changes.stream().filter(it -> !it.isFollowing()))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.kinds()).containsExactly(ChangeKind.RENUMBERED);
          assertThat(it.from()).isEqualTo(at);
        });
  }

  @Property(tries = 300)
  void changesAreWrittenAsJsonAndReadBack(
      @ForAll Random random, @ForAll @IntRange(max = 40) int size) {
    var before = RandomLists.list(random, size);
    var after = RandomLists.edited(random, before, 4);
    var read =
        Changes.between(before, after).stream()
            .map(it -> Json.to(Json.tree(it), Change.class))
            .toList();
    assertThat(Changes.apply(before, read)).isEqualTo(after);
  }

  @Property(tries = 300)
  void subtreesThatBothShareMayBeLeftOutOnBothSides(
      @ForAll Random random, @ForAll @IntRange(max = 60) int size) {
    var before = RandomLists.list(random, size);
    var after = RandomLists.edited(random, before, 3);
    var shared =
        before.stream()
            .filter(it -> it.parent() == null && subtree(before, it).equals(subtree(after, it)))
            .map(Entry::key)
            .toList();
    var left = stubbed(before, shared);
    var right = stubbed(after, shared);
    assertThat(Changes.apply(left, Changes.between(left, right))).isEqualTo(right);
  }

  private static List<Entry> subtree(List<Entry> list, Entry top) {
    var rest = RandomLists.without(list, top);
    return list.stream().filter(it -> !rest.contains(it)).toList();
  }

  private static List<Entry> stubbed(List<Entry> list, List<String> shared) {
    var left = list;
    for (var key : shared) {
      var top = list.stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
      var rest = RandomLists.without(left, top);
      left =
          left.stream()
              .filter(it -> it.equals(top) || rest.contains(it))
              .map(it -> it.equals(top) ? A.bare("STUB", key, null, null, null) : it)
              .toList();
    }
    return left;
  }
}
