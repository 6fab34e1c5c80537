package org.registan.record;

import java.time.LocalDate;

/** What an act goes by beside its request: today, where the owner is, and the owner's term. */
public record Moment(LocalDate today, Term term) {}
