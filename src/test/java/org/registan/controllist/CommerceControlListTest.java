package org.registan.controllist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registan.codes.KnownScheme.ECCN;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.registan.kernel.Json;

/** A real list goes through the model and comes out whole; its real changes are found. */
class CommerceControlListTest {

  @Test
  void theListOf2026BecomesEntriesThatHoldTogetherAndTheFileAgain() {
    var source = CclFile.read(CclFile.EDITION_2026);
    var entries = CclFile.entries(source);
    assertThat(entries).filteredOn(it -> it.type().equals("ENTRY")).hasSize(633);
    assertThat(entries).filteredOn(it -> it.type().equals("SUB_ITEM")).hasSizeGreaterThan(1_700);
    assertThat(EntryCheck.faults(entries, ECCN, Set.of("en"))).isEmpty();
    var back = CclFile.source(entries);
    var original = source.path("entries");
    assertThat(back).hasSameSizeAs(original);
    for (int i = 0; i < back.size(); i++) {
      assertThat(Json.canonical(back.get(i))).isEqualTo(Json.canonical(original.get(i)));
    }
    assertThat(Changes.between(entries, CclFile.entries(source))).isEmpty();
  }

  /**
   * Read by hand: 3D006 and 3E002 are in the file of 2026 too, run together with 3D005 and 3E001,
   * whose heading ends in that of 3E002; the three of 5A99x are paragraphs taken for ECCNs in 2025;
   * 3A069 is named in 2025 among the exceptions of 3E001, and so was in force. Whether 4A102, 4A611
   * and 5A611 are new or were passed over in 2025, neither file says.
   */
  @Test
  void fromThe2025FileNineEccnsComeAndGoInCategoriesThreeToFive() {
    var changes = changes();
    assertThat(codes(changes, ChangeKind.ADDED))
        .containsExactlyInAnyOrder("3A069", "4A102", "4A611", "5A611");
    assertThat(codes(changes, ChangeKind.REMOVED))
        .containsExactlyInAnyOrder("3D006", "3E002", "5A991.b", "5A991.b.1", "5A992.c");
    assertThat(CclFile.headings2025())
        .filteredOn(it -> it.key().equals("3E001"))
        .allSatisfy(it -> assertThat(CclFile.text(it)).contains("3A069"));
  }

  /**
   * By hand: 3C006 (Ga2O3 with its subscripts apart), 3E001 (what follows the heading run into it),
   * 4D004 ("ordelivery") and 4E091 (10 to the 26th, without its superscript). None changes control.
   */
  @Test
  void fourHeadingsDifferAndNoneInSubstance() {
    var changes = changes();
    assertThat(codes(changes, ChangeKind.TEXT_CHANGED))
        .containsExactly("3C006", "3E001", "4D004", "4E091");
    assertThat(changes)
        .filteredOn(it -> it.is(ChangeKind.TEXT_CHANGED))
        .allSatisfy(it -> assertThat(it.proposed()).isNull());
    assertThat(changes).hasSize(13);
  }

  private static List<Change> changes() {
    var before = CclFile.headings2025();
    var after = CclFile.headings2026(Set.of("3", "4", "5"));
    var changes = Changes.between(before, after);
    assertThat(Changes.apply(before, changes)).isEqualTo(after);
    return changes;
  }

  private static List<String> codes(List<Change> changes, ChangeKind kind) {
    return changes.stream()
        .filter(it -> it.is(kind))
        .map(it -> Stream.of(it.to(), it.from()).filter(Objects::nonNull).findFirst().orElseThrow())
        .map(Entry::key)
        .toList();
  }
}
