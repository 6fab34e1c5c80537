package org.registan.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.registan.audit.Audit;
import org.registan.record.Erasable;
import org.registan.record.Erasure;

/**
 * What was said in the challenges of a record and in their answers. All of it goes where each
 * challenger saw the persons and is told; else only what names them: whom its challenger was shown,
 * or anyone its owner answered of.
 */
@ApplicationScoped
class ChallengeTexts implements Erasable {

  private final Challenges challenges;
  private final Audit audit;

  ChallengeTexts(Challenges challenges, Audit audit) {
    this.challenges = challenges;
    this.audit = audit;
  }

  @Override
  public String kept() {
    return "challenges";
  }

  @Override
  public int count(Handle handle, Erasure erasure) {
    return (int) of(handle, erasure).stream().filter(it -> isReached(erasure, it)).count();
  }

  @Override
  public void erase(Handle handle, Erasure erasure) {
    for (var it : of(handle, erasure)) {
      audit.forget(handle, it.id());
      if (isReached(erasure, it)) {
        challenges.say(handle, it, text(erasure, it), without(erasure, answer(it)));
      }
    }
  }

  private List<Challenge> of(Handle handle, Erasure erasure) {
    return challenges.of(handle, erasure.row().owner(), erasure.row().id()).stream()
        .map(Challenge.Standing::challenge)
        .toList();
  }

  private static boolean isReached(Erasure erasure, Challenge it) {
    return !Objects.equals(text(erasure, it), it.text())
        || !Objects.equals(without(erasure, answer(it)), answer(it));
  }

  private static @Nullable String text(Erasure erasure, Challenge it) {
    return without(erasure.in(it.challenger()), it.text());
  }

  private static @Nullable String answer(Challenge it) {
    return it.answer() == null ? null : it.answer().text();
  }

  private static @Nullable String without(Erasure erasure, @Nullable String text) {
    return erasure.seen() && text != null ? Erasure.ERASED : erasure.cleaned(text);
  }
}
