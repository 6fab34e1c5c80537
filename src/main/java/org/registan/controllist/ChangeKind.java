package org.registan.controllist;

/** In what respect an entry is otherwise in one edition than in another. */
enum ChangeKind {
  ADDED,
  REMOVED,
  TEXT_CHANGED,
  PARAMETER_CHANGED,
  /** It has another code. */
  RENUMBERED,
  /** It stands under another parent, or elsewhere among its siblings. */
  MOVED,
  /** It was parted in several, or is one of the parts. */
  SPLIT,
  /** It was made of several, or is one of those. */
  MERGED,
  NOTE_ADDED,
  NOTE_CHANGED,
  NOTE_REMOVED,
  DEFINITION_ADDED,
  DEFINITION_CHANGED,
  DEFINITION_REMOVED,
  /** Anything else that it says of itself. */
  DETAILS_CHANGED,
  /** Only its key, or that of its parent, is another; nothing that a reader of the list sees. */
  REKEYED
}
