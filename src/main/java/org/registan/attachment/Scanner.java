package org.registan.attachment;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.registan.web.Problem;
import org.registan.web.ProblemType;

/**
 * A virus scanner that looks at each file, where one is configured: a clamd, spoken to as its
 * manual has it (INSTREAM). Only its plain OK lets a file in; whatever else becomes of it does not.
 */
@ApplicationScoped
class Scanner {

  private static final Logger LOG = Logger.getLogger(Scanner.class);

  private static final ProblemType UNAVAILABLE =
      new ProblemType("scanner-unavailable", 503, "Files cannot be looked at now: send it again");

  private static final String OK = "stream: OK";
  private static final String PREFIX = "stream: ";
  private static final String FOUND = " FOUND";
  private static final int LONGEST_ANSWER = 1_000;

  private final Supplier<Optional<String>> address;
  private final Duration toConnect;
  private final Duration toAnswer;

  Scanner(
      @ConfigProperty(name = "registan.attachments.scanner") Supplier<Optional<String>> address,
      @ConfigProperty(name = "registan.attachments.scanner-connect", defaultValue = "10s")
          Duration toConnect,
      @ConfigProperty(name = "registan.attachments.scanner-answer", defaultValue = "60s")
          Duration toAnswer) {
    this.address = address;
    this.toConnect = toConnect;
    this.toAnswer = toAnswer;
  }

  /** Lets a file through that the scanner, if there is one, finds nothing in. */
  void require(Pieces file) throws Refused {
    var scanner = address.get().filter(it -> !it.isBlank());
    if (scanner.isEmpty()) {
      return;
    }
    var answer = answer(scanner.get().strip(), file);
    if (answer.startsWith(PREFIX) && answer.endsWith(FOUND)) {
      throw new Refused("The scanner found something harmful in it.");
    }
    if (!answer.equals(OK)) {
      throw unavailable("it answered otherwise than OK or FOUND");
    }
  }

  private String answer(String scanner, Pieces file) {
    try (var socket = new Socket()) {
      socket.connect(address(scanner), (int) toConnect.toMillis());
      socket.setSoTimeout((int) toAnswer.toMillis());
      // A read ends by itself; what waits for a scanner that takes nothing ends with the socket.
      var end = CompletableFuture.runAsync(() -> close(socket), later());
      try {
        send(socket, file);
        return read(socket);
      } finally {
        end.cancel(false);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw unavailable(e.getClass().getName());
    }
  }

  private java.util.concurrent.Executor later() {
    return CompletableFuture.delayedExecutor(2 * toAnswer.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static InetSocketAddress address(String scanner) {
    var colon = scanner.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("not host:port");
    }
    return new InetSocketAddress(
        scanner.substring(0, colon), Integer.parseInt(scanner.substring(colon + 1)));
  }

  private static void send(Socket socket, Pieces file) throws IOException {
    var out = new DataOutputStream(socket.getOutputStream());
    out.write("zINSTREAM\0".getBytes(US_ASCII));
    for (int n = 0; n < file.count(); n++) {
      var piece = file.piece(n);
      out.writeInt(piece.length);
      out.write(piece);
    }
    out.writeInt(0);
    out.flush();
  }

  private static String read(Socket socket) throws IOException {
    var in = socket.getInputStream();
    var answer = new StringBuilder();
    for (int next = in.read(); next > 0 && answer.length() < LONGEST_ANSWER; next = in.read()) {
      answer.append((char) next);
    }
    return answer.toString().strip();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("a connection to the scanner was closed already", e);
    }
  }

  private static Problem unavailable(String why) {
    LOG.errorf("no file is taken in: the scanner cannot be asked: %s", why);
    return Problem.of(UNAVAILABLE, null);
  }
}
