package org.registan.denial;

import com.fasterxml.jackson.databind.JsonNode;
import org.registan.access.Subject;
import org.registan.kernel.Json;

/** What the judge knows of a denial, from its content alone. */
public final class DenialSubject {

  private DenialSubject() {}

  public static Subject of(JsonNode content) {
    return Json.to(content, DenialContent.class).subject();
  }
}
