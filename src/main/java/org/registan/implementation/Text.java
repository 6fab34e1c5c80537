package org.registan.implementation;

import static org.registan.kernel.Level.CORE;

import org.jspecify.annotations.Nullable;
import org.registan.record.At;

/**
 * Free text in one language (BCP 47).
 *
 * @param status whether it is authentic or a translation
 */
record Text(@At(CORE) String lang, @At(CORE) String text, @At(CORE) @Nullable String status) {}
