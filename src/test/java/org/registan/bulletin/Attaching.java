package org.registan.bulletin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.registan.As;
import org.registan.attachment.Sending;
import org.registan.stand.Token;

/** Files of bulletins as the tests send, read and break them off. */
final class Attaching {

  private static final int PATIENCE = 60_000;

  private Attaching() {}

  /** A file of this name, as its owner's officer sends it. */
  static Response sent(String path, String name, byte[] file) {
    return Sending.of(Bulletins.the("PAK"), name, file).post(path + "/attachments");
  }

  /** The same, when nothing stands in its way; where it is from then on. */
  static String attached(String path, String name, byte[] file) {
    return sent(path, name, file).then().statusCode(201).extract().header("Location");
  }

  /** Someone who takes a file, of whichever form. */
  static RequestSpecification taking(String participant) {
    return Bulletins.the(participant).accept("*/*");
  }

  static Response removed(String attachment, String etag) {
    return Bulletins.the("PAK").header("If-Match", etag).delete(attachment);
  }

  /** A connection on which a file has begun to come. */
  static Socket begun(Token token, String path, String length, byte[] beginning)
      throws IOException {
    var socket = new Socket();
    socket.setSoTimeout(PATIENCE);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
    var head =
        """
        POST %s/attachments HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Type: application/pdf
        Content-Disposition: attachment; filename=a.pdf
        %s

        """
            .formatted(path, token.access(), length)
            .replace("\n", "\r\n");
    var out = socket.getOutputStream();
    out.write(head.getBytes(UTF_8));
    out.write(beginning);
    out.flush();
    return socket;
  }

  /** The first line of what is answered on it. */
  static String answer(Socket socket) throws IOException {
    var line = new StringBuilder();
    for (int next = socket.getInputStream().read();
        next > 0 && next != '\r';
        next = socket.getInputStream().read()) {
      line.append((char) next);
    }
    return line.toString();
  }

  static Token officer() {
    return As.stand().tokens().of("PAK", "officer");
  }
}
