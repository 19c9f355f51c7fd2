package dev.strake.sync.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP server that strangers may talk to. Threads, waiting requests, the size of a body and the
 * time that a request may take are bounded; a caller that sends a byte a minute loses its
 * connection instead of keeping a thread.
 *
 * <p>TLS ends before it, at the Ingress or the load balancer.
 */
public final class BoundedServer implements AutoCloseable {

  /**
   * Of the JDK's server, for the whole JVM; read when its first class is loaded. Times are in
   * seconds. What a caller goes on sending behind an answer is not waited for.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "sun.net.httpserver.drainAmount", "0",
          "sun.net.httpserver.maxReqTime", "10",
          "sun.net.httpserver.maxRspTime", "20",
          "sun.net.httpserver.idleInterval", "15");

  static {
    SETTINGS.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) {
            System.setProperty(name, value);
          }
        });
  }

  private static final int BACKLOG = 64;

  private final HttpServer server;
  private final ThreadPoolExecutor pool;
  private final ServerLimits limits;
  // One party is the server itself, which arrives when it is closed.
  private final Phaser active = new Phaser(1);

  private BoundedServer(HttpServer server, ThreadPoolExecutor pool, ServerLimits limits) {
    this.server = server;
    this.pool = pool;
    this.limits = limits;
  }

  /**
   * Opens the port and answers from now on.
   *
   * @param name of its threads
   * @param address a port of 0 is any that is free
   * @param handler of all paths
   * @throws IOException if the port cannot be had
   */
  public static BoundedServer start(
      String name, InetSocketAddress address, ServerLimits limits, Handler handler)
      throws IOException {
    HttpServer server = HttpServer.create(address, BACKLOG);
    AtomicInteger count = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            limits.threads(),
            limits.threads(),
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(limits.waiting()),
            work -> {
              Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    BoundedServer started = new BoundedServer(server, pool, limits);
    server.setExecutor(pool);
    server.createContext("/", exchange -> started.serve(exchange, handler));
    server.start();
    return started;
  }

  /** The port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange, Handler handler) throws IOException {
    active.register();
    try (exchange) {
      Optional<byte[]> body = read(exchange);
      if (body.isEmpty()) {
        send(exchange, Reply.of(413, "more than " + limits.bodyBytes() + " bytes"));
        return;
      }
      send(exchange, answer(exchange, body.get(), handler));
    } finally {
      active.arriveAndDeregister();
    }
  }

  private static Reply answer(HttpExchange exchange, byte[] body, Handler handler) {
    Map<String, List<String>> headers = new HashMap<>(exchange.getRequestHeaders());
    String path = exchange.getRequestURI().getPath();
    try {
      return handler.answer(
          new Request(
              exchange.getRequestMethod(),
              path == null ? "" : path,
              headers,
              RequestBody.of(body)));
    } catch (RuntimeException e) {
      // What went wrong may quote the request or a secret, and the caller is a stranger.
      return Reply.of(500, "internal error");
    }
  }

  /** Empty if there is more than may be: then not even a byte of an announced body is read. */
  private Optional<byte[]> read(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    String announced = headers.getFirst("Content-Length");
    if (announced != null && !fits(announced)) {
      return Optional.empty();
    }
    // Not closed: that would wait for the rest of a body that is too long already.
    InputStream in = exchange.getRequestBody();
    byte[] bytes = in.readNBytes(limits.bodyBytes());
    return bytes.length == limits.bodyBytes() && in.read() >= 0
        ? Optional.empty()
        : Optional.of(bytes);
  }

  private boolean fits(String announced) {
    try {
      return Long.parseLong(announced.strip()) <= limits.bodyBytes();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    byte[] bytes = reply.bytes();
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", reply.contentType());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cache-Control", "no-store");
    boolean bodiless = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : bytes.length);
    if (!bodiless) {
      exchange.getResponseBody().write(bytes);
    }
  }

  /** Takes no more requests, and gives those that are being answered a moment. */
  @Override
  public void close() {
    // The server's own stop waits its whole delay, also when there is nothing to wait for.
    int phase = active.arrive();
    try {
      active.awaitAdvanceInterruptibly(phase, limits.drain().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      // Those have had their time.
    }
    server.stop(0);
    pool.shutdownNow();
  }
}
