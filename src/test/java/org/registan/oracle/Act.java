package org.registan.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What can be done to a world; through the API each is one call, or a proposal and its approval.
 */
sealed interface Act {

  /** An act on one denial by its owner. */
  sealed interface OnNotice extends Act {
    String record();
  }

  record Draft(String record, String owner, ObjectNode content) implements OnNotice {}

  /** The same, by a file of one line. */
  record Import(String record, String owner, ObjectNode content) implements OnNotice {}

  record Notify(String record) implements OnNotice {}

  record Amend(String record, ObjectNode content) implements OnNotice {}

  /** The text may be empty. */
  record Renew(String record, String text) implements OnNotice {}

  record Suspend(String record, String text) implements OnNotice {}

  /** The text is empty for every outcome but CONFIRMED_IN_PART. */
  record Assess(String record, String outcome, String text) implements OnNotice {}

  /** Notified a whole term ago and never renewed, so that it lapses by itself. */
  record Lapse(String record) implements OnNotice {}

  /** The text is empty for every reason but OTHER. */
  record Revoke(String record, String reason, String text) implements OnNotice {}

  record WithdrawInError(String record, String text) implements OnNotice {}

  /** Erases what it holds of natural persons. */
  record Erase(String record) implements OnNotice {}

  /** It ended so long ago that the platform proposes to erase them, and a person does. */
  record Retire(String record) implements OnNotice {}

  record Hold(String record) implements OnNotice {}

  record Lift(String record) implements OnNotice {}

  /** Another state says that it is wrong, and its owner answers; nothing of it changes. */
  record Challenge(String record, String challenger) implements OnNotice {}

  record Release(OneOff oneOff) implements Act {}

  record EndOneOff(OneOff oneOff) implements Act {}

  record Adopt(String owner, ObjectNode policy) implements Act {}

  /** Other members for a group of the policy in force. */
  record Regroup(String owner, String group, List<String> members) implements Act {}

  /** Whether what it notifies or renews from now on lapses at its term, or is due for review. */
  record Term(String owner, boolean review) implements Act {}

  record Stop(String owner) implements Act {}

  record Restart(String owner) implements Act {}

  /** The platform operator admits a participant or changes its entry. */
  record Enter(Member member) implements Act {}
}
