package org.registan.access;

/** What a rule does: give a level, cap it, or shut out altogether. */
public enum Effect {
  PERMIT,
  LIMIT,
  FORBID
}
