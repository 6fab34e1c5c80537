package org.registan.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;

/** The body of an answer, of which nothing more is taken before the last piece has gone out. */
final class Outflow extends OutputStream {

  private final HttpServerRequest request;
  private final HttpServerResponse response;

  Outflow(HttpServerRequest request) {
    this.request = request;
    this.response = request.response();
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (response.closed() || response.ended()) {
      throw new IOException("nobody takes it any more");
    }
    if (!response.headWritten()) {
      begin();
    }
    await(response.write(Buffer.buffer(Arrays.copyOfRange(bytes, from, from + length))));
  }

  /** Before HTTP/1.1 the end of the connection is that of the answer, cut or whole. */
  private void begin() {
    if (request.version() == HttpVersion.HTTP_1_0) {
      throw Problem.of(ProblemType.HTTP_TOO_OLD, null);
    }
    response.setChunked(true);
  }

  /** Says that it is whole. */
  void end() throws IOException {
    await(response.end());
  }

  /**
   * Ends the transfer so that it cannot be taken for whole; not if nothing was sent, and a problem
   * can be told instead.
   */
  boolean cut() throws IOException {
    if (!response.headWritten()) {
      return false;
    }
    if (request.version() == HttpVersion.HTTP_2) {
      response.reset();
    } else {
      await(request.connection().close());
    }
    return true;
  }

  /** Not on an event loop: that is what it waits for. */
  private static void await(Future<Void> done) throws IOException {
    try {
      done.toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
