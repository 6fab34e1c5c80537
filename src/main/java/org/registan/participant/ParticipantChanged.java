package org.registan.participant;

import org.jdbi.v3.core.Handle;

/** A participant was admitted or its entry changed, in this transaction. */
public record ParticipantChanged(Handle handle, String code) {}
