package org.registan.codes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One list of coded values.
 *
 * @param open whether values outside it are taken too
 * @param source where its codes come from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CodeList(String name, boolean open, @Nullable String source, List<Code> codes) {

  /** One value: labels by language, from when it holds, since when it is deprecated. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Code(
      String code,
      Map<String, String> labels,
      LocalDate validFrom,
      @Nullable LocalDate deprecated) {}
}
