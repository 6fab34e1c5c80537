package org.registan.record;

import org.jspecify.annotations.Nullable;
import org.registan.kernel.Level;

/**
 * A handling label, which stands on every view of a record: TLP 2.0 (FIRST), never translated.
 *
 * @param nationalMarking code of the list {@code national-markings}
 */
public record Label(@At(Level.CORE) String tlp, @At(Level.CORE) @Nullable String nationalMarking) {}
