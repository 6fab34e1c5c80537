package org.registan.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a file, and where: the row, the heading being 1, the column, and the pointer
 * into the record that the rows would make. Never the value.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Misfit(
    int row,
    @Nullable String column,
    @Nullable String pointer,
    @Nullable String reason,
    String detail) {

  /** The record is another participant's. */
  static final String THIRD_PARTY = "third-party-record";
}
