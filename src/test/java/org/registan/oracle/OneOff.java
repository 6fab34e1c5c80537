package org.registan.oracle;

import java.time.Instant;

/**
 * One record released to one recipient until an end.
 *
 * @param until the first instant at which it no longer holds
 */
public record OneOff(String record, String recipient, Level level, Instant until) {}
