package org.registan.record;

/** A relation to another record, by its reference. */
public record LinkTo(String relation, String reference, String pointer) {}
