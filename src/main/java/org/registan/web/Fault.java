package org.registan.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request and where: a JSON pointer (RFC 6901) into the body, or the name of
 * a parameter. Never the value.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(@Nullable String pointer, @Nullable String parameter, String detail) {

  public static Fault at(String pointer, String detail) {
    return new Fault(pointer, null, detail);
  }

  public static Fault in(String parameter, String detail) {
    return new Fault(null, parameter, detail);
  }

  /** The same fault, in a body that carries the judged one under {@code prefix}. */
  public Fault under(String prefix) {
    return pointer == null ? this : at(prefix + pointer, detail);
  }
}
