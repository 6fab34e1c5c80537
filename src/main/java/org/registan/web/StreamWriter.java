package org.registan.web;

import io.quarkus.logging.Log;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.registan.kernel.Trace;

/**
 * Writes streams: no faster than their caller takes them, and broken off where they fail, so that
 * what is cut never looks whole. The server's own stream would keep all of it for who takes nothing
 * and would end it in any case; nor would it tell those who count requests that a caller has left.
 */
@Provider
public class StreamWriter implements ServerMessageBodyWriter<Streamed> {

  /** As much is gathered before it is sent; what is longer by itself is sent as it is. */
  private static final int PIECE = 65_536;

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
    return type == Streamed.class;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == Streamed.class;
  }

  @Override
  public void writeResponse(Streamed stream, Type generic, ServerRequestContext context)
      throws IOException {
    var request = ((ResteasyReactiveRequestContext) context).unwrap(RoutingContext.class).request();
    var outflow = new Outflow(request);
    try {
      var out = new BufferedOutputStream(outflow, PIECE);
      stream.body().write(out);
      out.flush();
      outflow.end();
    } catch (IOException | RuntimeException | Error e) {
      if (!outflow.cut()) {
        throw e;
      }
      told(e);
    }
  }

  /** Callers leave, are blocked and have tokens that expire; anything else is ours to look at. */
  private static void told(Throwable failure) {
    if (failure instanceof IOException || failure instanceof UnauthorizedException) {
      Log.info("a stream was broken off: " + failure.getClass().getName());
    } else {
      Log.error("a stream failed and was broken off: " + Trace.of(failure));
    }
  }

  @Override
  public void writeTo(
      Streamed stream,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    stream.body().write(out);
  }
}
