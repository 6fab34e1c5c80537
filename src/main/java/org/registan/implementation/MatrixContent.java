package org.registan.implementation;

import static org.registan.kernel.Level.CORE;
import static org.registan.kernel.Level.DETAIL;
import static org.registan.kernel.Level.OWNER;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.registan.record.At;
import org.registan.record.Label;
import org.registan.record.Text;

/**
 * What a matrix says: a header, and from its submission on the fields, which the platform puts in.
 * Shapes and bounds stand in the contract.
 *
 * @param template the generation whose rows and columns it has
 * @param basedOn the reference of the matrix that it continues
 * @param edits how often its fields were changed; the platform counts
 */
record MatrixContent(
    @At(CORE) String template,
    @At(CORE) List<Text> title,
    @At(CORE) LocalDate preparedOn,
    @At(CORE) Label label,
    @At(CORE) @Nullable List<String> caveats,
    @At(OWNER) @Nullable List<String> releasableTo,
    @At(OWNER) @Nullable String basedOn,
    @At(OWNER) @Nullable Integer edits,
    @At(DETAIL) @Nullable List<Field> fields) {

  List<Field> fieldsOrNone() {
    return fields == null ? List.of() : fields;
  }

  /** One column of one row; what has no value is blank. */
  record Field(
      @At(DETAIL) String row,
      @At(DETAIL) String column,
      @At(DETAIL) @Nullable String value,
      @At(DETAIL) @Nullable List<Source> sources,
      @At(DETAIL) @Nullable List<Text> remarks) {}

  /** Where it is laid down, on the platform or elsewhere. */
  record Source(
      @At(DETAIL) String law,
      @At(DETAIL) @Nullable String article,
      @At(DETAIL) @Nullable String link,
      @At(DETAIL) @Nullable String lang) {}
}
