package org.registan.web;

import io.quarkus.arc.Arc;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** A request as services see it, without HTTP. */
public final class TheCall {

  private TheCall() {}

  /** One that names the entity tag of what it read. */
  public static Call matching(String etag) {
    return new Call(Arc.container().instance(Bodies.class).get()) {
      @Override
      public Optional<String> header(String name) {
        return name.equals(HttpHeaders.IF_MATCH) ? Optional.of(etag) : Optional.empty();
      }
    };
  }
}
