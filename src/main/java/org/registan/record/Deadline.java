package org.registan.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to happen to a record without anyone asking, unless the record changes first.
 *
 * @param name such as {@code lapse}; with the record's kind, the name of the event in the log
 * @param day from which on it is to happen, where the owner is
 * @param act what is carried out; nothing when the owner is only to be told
 */
public record Deadline(String name, LocalDate day, @Nullable Act act) {}
