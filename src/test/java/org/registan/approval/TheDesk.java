package org.registan.approval;

import io.quarkus.arc.Arc;
import org.registan.kernel.Actor;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/** The desk as its resource calls it, without HTTP. */
public final class TheDesk {

  private final Desk desk = Arc.container().instance(Desk.class).get();

  /** Approves exactly what was shown. */
  public Desk.Shown approve(Actor approver, Desk.Shown read) {
    return desk.approve(
        approver,
        read.id().toString(),
        etag -> {
          if (!etag.equals(read.etag())) {
            throw Problem.of(ProblemType.IF_MATCH_FAILED, null);
          }
        });
  }
}
