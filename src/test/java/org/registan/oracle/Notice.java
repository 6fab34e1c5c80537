package org.registan.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One denial of a world as it stands.
 *
 * @param name how acts and one-offs call it
 * @param draft its content, in the contract's form {@code DenialDraft}
 * @param ending what a revocation or withdrawal said: the members of {@code revocation} or {@code
 *     withdrawal} but the date
 */
record Notice(
    String name,
    String owner,
    ObjectNode draft,
    Status status,
    boolean held,
    @Nullable ObjectNode ending) {

  /** How far it has come. */
  enum Status {
    DRAFT,
    IN_FORCE,
    REVOKED,
    ISSUED_IN_ERROR
  }

  static Notice drafted(String name, String owner, ObjectNode draft) {
    return new Notice(name, owner, draft, Status.DRAFT, false, null);
  }

  boolean released() {
    return status != Status.DRAFT;
  }

  Notice amended(ObjectNode content) {
    return new Notice(name, owner, content, status, held, ending);
  }

  Notice notified() {
    return new Notice(name, owner, draft, Status.IN_FORCE, held, null);
  }

  Notice ended(Status as, ObjectNode saying) {
    return new Notice(name, owner, draft, as, held, saying);
  }

  Notice holding(boolean hold) {
    return new Notice(name, owner, draft, status, hold, ending);
  }
}
