package org.registan.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/**
 * What happens to a denial after it was notified: {@code body} is what the act's post carries,
 * {@code related} the denials to which an amended text points.
 */
record Sequel(Kind kind, DemoDenial denial, ObjectNode body, List<DemoDenial> related) {

  Sequel(Kind kind, DemoDenial denial, ObjectNode body) {
    this(kind, denial, body, List.of());
  }

  /** The body with the references of the related denials, which the platform gives out. */
  ObjectNode bodyWith(Function<DemoDenial, String> reference) {
    var complete = body.deepCopy();
    for (var other : related) {
      complete
          .withArray("/content/relatedDenials")
          .addObject()
          .put("relation", "SAME_NETWORK")
          .put("reference", reference.apply(other));
    }
    return complete;
  }

  /** The acts, by the last part of their path. */
  enum Kind {
    HOLD("hold"),
    AMEND("amend"),
    REVOKE("revoke"),
    WITHDRAW("withdraw-in-error");

    private final String path;

    Kind(String path) {
      this.path = path;
    }

    String path() {
      return path;
    }
  }

  /** Whether the record still waits for it. */
  boolean isDue(Inventory.Entry entry) {
    return entry.isInForce()
        && switch (kind) {
          case HOLD -> !entry.held();
          case AMEND -> entry.version() < 2;
          case REVOKE, WITHDRAW -> true;
        };
  }
}
