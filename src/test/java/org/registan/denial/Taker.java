package org.registan.denial;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import org.registan.stand.Token;

/** A caller that takes an answer's bytes when it pleases, over a bare connection. */
public final class Taker implements AutoCloseable {

  private static final int LITTLE = 4_096;

  /** A fixed one, which does not grow; a smaller one than a segment makes taking very slow. */
  private static final int WINDOW = 262_144;

  /** What stands at the end of a chunked answer that is whole. */
  private static final String END = "\r\n0\r\n\r\n";

  private final Socket socket = new Socket();
  private byte[] last = {};

  private Taker() throws IOException {
    socket.setReceiveBufferSize(WINDOW);
    socket.setSoTimeout(60_000);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
  }

  public static Taker of(Token token, String path, String accept) throws IOException {
    return of(token, path, accept, "HTTP/1.1");
  }

  static Taker of(Token token, String path, String accept, String protocol) throws IOException {
    var taker = new Taker();
    var request =
        "GET %s %s\r\nHost: localhost\r\nAccept: %s\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(path, protocol, accept, token.access());
    taker.socket.getOutputStream().write(request.getBytes(UTF_8));
    return taker;
  }

  /** One whose body never comes. */
  static Taker holdingBack(Token token, String path) throws IOException {
    var taker = new Taker();
    var request =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\nAuthorization: Bearer %s\r\n\r\n{"
            .formatted(path, token.access());
    taker.socket.getOutputStream().write(request.getBytes(UTF_8));
    return taker;
  }

  /** All up to the end of the connection. */
  String all() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  /** Takes the beginning. */
  public Taker begun() throws IOException {
    if (socket.getInputStream().readNBytes(LITTLE).length < LITTLE) {
      throw new EOFException();
    }
    return this;
  }

  /** Takes all that comes; whether the answer says that it is whole. */
  public boolean isWhole() throws IOException {
    var piece = new byte[WINDOW];
    try {
      while (!ended()) {
        var read = socket.getInputStream().read(piece);
        if (read < 0) {
          return false;
        }
        last = tail(last, piece, read);
      }
      return true;
    } catch (SocketException e) {
      return false;
    }
  }

  private boolean ended() {
    return new String(last, UTF_8).endsWith(END);
  }

  private static byte[] tail(byte[] before, byte[] piece, int length) {
    var all = Arrays.copyOf(before, before.length + length);
    System.arraycopy(piece, 0, all, before.length, length);
    return Arrays.copyOfRange(all, Math.max(0, all.length - END.length()), all.length);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
