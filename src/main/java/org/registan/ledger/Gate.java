package org.registan.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One owner's gate for one kind of record: the policy and generation that every read goes by.
 *
 * @param seq counts the acts and flips that passed
 * @param stops how often the stop switch was pulled
 * @param preparing the batch that a flip in preparation writes to
 */
record Gate(
    String owner,
    String type,
    int policyVersion,
    int generation,
    long seq,
    boolean stopped,
    int stops,
    @Nullable Long preparing) {}
