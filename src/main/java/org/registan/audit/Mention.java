package org.registan.audit;

import java.util.UUID;
import org.registan.kernel.Level;

/** A record that an event touched: what was seen or done, at which version and level. */
public record Mention(String type, UUID id, String owner, int version, Level level) {}
