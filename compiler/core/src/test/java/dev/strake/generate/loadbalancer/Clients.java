package dev.strake.generate.loadbalancer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Asks as Kubernetes' own clients do: a read whose connection fails is asked once more. Every
 * request has a connection of its own, so that each is balanced.
 */
final class Clients {

  private static final int PATIENCE_MILLIS = 10_000;

  private final String host;
  private final int port;
  private final SSLContext context;
  private final Duration pause;
  private int repeated;

  /**
   * @param host that the servers' certificate names
   * @param pause before the second attempt
   */
  Clients(String host, int port, TestKeys keys, Duration pause) {
    this.host = host;
    this.port = port;
    this.context = keys.context();
    this.pause = pause;
  }

  /** Who answered, sorted; a second failure is the caller's. */
  List<String> askInTurn(int requests) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    for (int i = 0; i < requests; i++) {
      names.add(ask());
    }
    return List.copyOf(names);
  }

  String ask() throws IOException {
    try {
      return once();
    } catch (IOException e) {
      repeated++;
      sleep();
      return once();
    }
  }

  private void sleep() throws IOException {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private String once() throws IOException {
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      plain.setSoTimeout(PATIENCE_MILLIS);
      try (SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket
            .getOutputStream()
            .write("GET /api HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return body(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  private static String body(String answer) throws IOException {
    int end = answer.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("cut off: " + answer);
    }
    if (!answer.startsWith("HTTP/1.1 200 ")) {
      throw new AssertionError(answer);
    }
    return answer.substring(end + 4);
  }

  Duration pause() {
    return pause;
  }

  /** How often a connection failed. */
  int repeated() {
    return repeated;
  }
}
