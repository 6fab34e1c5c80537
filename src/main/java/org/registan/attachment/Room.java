package org.registan.attachment;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.registan.kernel.Actor;
import org.registan.record.Attached;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/** How many files a record may have, and how much of them a participant. */
@ApplicationScoped
class Room {

  private static final int MOST = 50;

  private static final ProblemType TOO_MANY =
      new ProblemType("too-many-attachments", 409, "A record has at most 50 attachments");

  private static final ProblemType FULL =
      new ProblemType("attachments-full", 409, "Your attachments fill all the room there is");

  private final Attachments attachments;
  private final long largest;
  private final long total;

  Room(
      Attachments attachments,
      @ConfigProperty(name = "registan.attachments.max-size") MemorySize largest,
      @ConfigProperty(name = "registan.attachments.max-total") MemorySize total) {
    this.attachments = attachments;
    this.largest = largest.asLongValue();
    this.total = total.asLongValue();
  }

  /** Refuses one more file in a record with this content. */
  static void require(JsonNode content) {
    if (Attached.count(content) >= MOST) {
      throw Problem.of(TOO_MANY, null);
    }
  }

  /** Refuses one more file of a participant's; what still comes in counts as the largest. */
  void requireBefore(Handle handle, Actor actor) {
    require(handle, actor, largest);
  }

  /** The same of one that has come in, and counts already. */
  void requireAfter(Handle handle, Actor actor) {
    require(handle, actor, 0);
  }

  private void require(Handle handle, Actor actor, long more) {
    if (attachments.held(handle, actor.participant(), largest) + more > total) {
      throw Problem.of(FULL, null);
    }
  }
}
