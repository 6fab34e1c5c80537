package org.registan.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Answers that are written as they are read: no faster than their caller takes them, and broken off
 * where they fail, so that what is cut never looks whole.
 */
@ApplicationScoped
public class Streams {

  /** What is under way to a caller at any time, beside what is being read. */
  private static final int PIECE = 65_536;

  private final CurrentVertxRequest request;

  Streams(CurrentVertxRequest request) {
    this.request = request;
  }

  public RestResponse<StreamingOutput> of(StreamingOutput body, String mediaType) {
    var context = request.getCurrent();
    StreamingOutput taken = ignored -> write(body, new Outflow(context.request()));
    return RestResponse.ResponseBuilder.create(RestResponse.Status.OK, taken)
        .header("Content-Type", mediaType)
        .header("Cache-Control", "no-store")
        .build();
  }

  private static void write(StreamingOutput body, Outflow outflow) throws IOException {
    var isWhole = false;
    try {
      var out = new BufferedOutputStream(outflow, PIECE);
      body.write(out);
      out.flush();
      isWhole = true;
    } finally {
      if (!isWhole) {
        outflow.cut();
      }
    }
  }
}
