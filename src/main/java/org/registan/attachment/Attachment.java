package org.registan.attachment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.registan.kernel.Level;
import org.registan.record.At;

/**
 * A file as the content of its record names it; a feature declares a list of these under {@code
 * attachments}, at the layer that has the files. Whoever sees the list sees all of each.
 *
 * @param size in bytes
 * @param sha256 of the bytes, in hexadecimal
 * @param language BCP 47
 * @param authentic whether it is the text that counts, and no translation of it
 */
public record Attachment(
    @At(Level.CORE) UUID id,
    @At(Level.CORE) String fileName,
    @At(Level.CORE) String mediaType,
    @At(Level.CORE) int size,
    @At(Level.CORE) String sha256,
    @At(Level.CORE) @Nullable String language,
    @At(Level.CORE) @Nullable Boolean authentic) {

  /** A strong entity tag over the bytes. */
  String etag() {
    return "\"" + sha256 + "\"";
  }
}
