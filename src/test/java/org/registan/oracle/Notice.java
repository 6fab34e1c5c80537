package org.registan.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One denial of a world as it stands.
 *
 * @param name how acts and one-offs call it
 * @param draft its content, in the contract's form {@code DenialDraft}
 * @param life what its acts said: the members of {@code revocation}, {@code renewal} and so on but
 *     the date
 */
record Notice(
    String name, String owner, ObjectNode draft, Status status, boolean held, ObjectNode life) {

  /** How far it has come. */
  enum Status {
    DRAFT,
    IN_FORCE,
    REVOKED,
    LAPSED,
    ISSUED_IN_ERROR
  }

  static Notice drafted(String name, String owner, ObjectNode draft) {
    return new Notice(name, owner, draft, Status.DRAFT, false, Json.empty());
  }

  boolean released() {
    return status != Status.DRAFT;
  }

  boolean ended() {
    return released() && status != Status.IN_FORCE;
  }

  Notice amended(ObjectNode content) {
    return new Notice(name, owner, content, status, held, life);
  }

  Notice notified() {
    return new Notice(name, owner, draft, Status.IN_FORCE, held, life);
  }

  Notice ended(Status as, ObjectNode saying) {
    return said(as == Status.REVOKED ? "revocation" : "withdrawal", saying).become(as);
  }

  Notice become(Status as) {
    return new Notice(name, owner, draft, as, held, life);
  }

  /** With another date at the end of its term, by the name under which views have it. */
  Notice due(String name) {
    return new Notice(this.name, owner, draft, status, held, life.deepCopy().put("due", name));
  }

  String due() {
    return life.path("due").asText("validUntil");
  }

  /** After an act that says something of its own. */
  Notice said(String act, ObjectNode saying) {
    ObjectNode further = life.deepCopy();
    further.set(act, saying);
    return new Notice(name, owner, draft, status, held, further);
  }

  /** Its effect is suspended: what an earlier assessment said is past. */
  Notice suspended(ObjectNode saying) {
    Notice notice = said("suspension", saying);
    notice.life().remove("finalAssessment");
    return notice;
  }

  /** Whether a final assessment is awaited. */
  boolean isSuspended() {
    boolean told = draft.path("denialKind").asText().equals("SUSPENSION");
    return (told || life.has("suspension")) && !life.has("finalAssessment");
  }

  Notice holding(boolean hold) {
    return new Notice(name, owner, draft, status, hold, life);
  }
}
