package org.registan.access;

import java.time.Instant;
import org.registan.kernel.Level;

/** A release of one record to one recipient, until an end that is no longer part of it. */
public record OneOff(Level level, Instant until) {}
