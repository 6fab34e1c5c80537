package org.registan.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a problem, as RFC 9457 has it, with our extension members. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemDetails(
    URI type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String recordStatus,
    @Nullable List<String> possible,
    @Nullable List<Fault> errors) {

  static ProblemDetails of(ProblemType type, @Nullable String detail, List<Fault> faults) {
    return new ProblemDetails(
        type.uri(),
        type.title(),
        type.status(),
        detail,
        null,
        null,
        faults.isEmpty() ? null : faults);
  }

  ProblemDetails with(String recordStatus, List<String> possible) {
    return new ProblemDetails(type, title, status, detail, recordStatus, possible, errors);
  }
}
