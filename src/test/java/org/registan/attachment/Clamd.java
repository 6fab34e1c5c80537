package org.registan.attachment;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A scanner that speaks clamd's INSTREAM, and always answers the same. */
public final class Clamd implements AutoCloseable {

  private final ServerSocket server;
  private final String answer;
  private final List<byte[]> scanned = new CopyOnWriteArrayList<>();

  private Clamd(ServerSocket server, String answer) {
    this.server = server;
    this.answer = answer;
  }

  /** One that answers this; nothing at all when it is empty. */
  public static Clamd answering(String answer) {
    try {
      var clamd = new Clamd(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer);
      Thread.ofVirtual().start(clamd::serve);
      return clamd;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** What it was given, whole. */
  public List<byte[]> scanned() {
    return scanned;
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new DataInputStream(socket.getInputStream());
      if (!new String(in.readNBytes(10), US_ASCII).equals("zINSTREAM\0")) {
        return;
      }
      var file = new ByteArrayOutputStream();
      for (int length = in.readInt(); length != 0; length = in.readInt()) {
        file.writeBytes(in.readNBytes(length));
      }
      scanned.add(file.toByteArray());
      if (answer.isEmpty()) {
        in.read();
      }
      socket.getOutputStream().write((answer + "\0").getBytes(US_ASCII));
    } catch (IOException e) {
      scanned.add(new byte[0]);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
