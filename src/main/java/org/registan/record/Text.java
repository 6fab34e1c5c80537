package org.registan.record;

import static org.registan.kernel.Level.CORE;

import org.jspecify.annotations.Nullable;

/**
 * Free text in one language (BCP 47).
 *
 * @param status whether it is authentic or a translation
 */
public record Text(
    @At(CORE) String lang, @At(CORE) String text, @At(CORE) @Nullable String status) {}
