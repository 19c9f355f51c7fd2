package dev.strake.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;

/** Git's own HTTP backend, run as the CGI program that it is, behind a password. */
public final class GitHttpServer implements AutoCloseable {

  private final HttpServer server;
  private final Path root;
  private final String wanted;
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private volatile String hostile = "";

  private GitHttpServer(HttpServer server, Path root, String wanted) {
    this.server = server;
    this.root = root;
    this.wanted = wanted;
  }

  /**
   * @param password empty to let everybody in
   */
  public static GitHttpServer serve(Path root, String user, String password) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    String wanted =
        password.isEmpty()
            ? ""
            : "Basic "
                + Base64.getEncoder()
                    .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    GitHttpServer git = new GitHttpServer(server, root, wanted);
    server.createContext("/", git::serve);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    return git;
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
  }

  /** Answers from now on with an error that says this, and with what it was sent. */
  public void answerWith(String text) {
    hostile = text;
  }

  /** The headers with credentials that came. */
  List<String> authorizations() {
    return List.copyOf(seen);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String sent = exchange.getRequestHeaders().getFirst("Authorization");
      if (sent != null) {
        seen.add(sent);
      }
      if (!wanted.isEmpty() && !wanted.equals(sent)) {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
        exchange.sendResponseHeaders(401, -1);
      } else if (hostile.startsWith("redirect ")) {
        exchange.getResponseHeaders().set("Location", hostile.substring(9));
        exchange.sendResponseHeaders(302, -1);
      } else if (!hostile.isEmpty()) {
        byte[] text = hostile.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(500, text.length);
        exchange.getResponseBody().write(text);
      } else {
        run(exchange);
      }
    }
  }

  private void run(HttpExchange exchange) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    builder.environment().put("GIT_PROJECT_ROOT", root.toString());
    builder.environment().put("GIT_HTTP_EXPORT_ALL", "1");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("REQUEST_METHOD", exchange.getRequestMethod());
    builder.environment().put("PATH_INFO", exchange.getRequestURI().getPath());
    String query = exchange.getRequestURI().getQuery();
    builder.environment().put("QUERY_STRING", query == null ? "" : query);
    header(exchange, builder, "Content-Type", "CONTENT_TYPE");
    header(exchange, builder, "Content-Encoding", "HTTP_CONTENT_ENCODING");
    header(exchange, builder, "Git-Protocol", "GIT_PROTOCOL");
    Process backend = builder.start();
    try (OutputStream in = backend.getOutputStream()) {
      exchange.getRequestBody().transferTo(in);
    }
    try (InputStream out = new BufferedInputStream(backend.getInputStream())) {
      int status = headers(out, exchange);
      exchange.sendResponseHeaders(status, 0);
      out.transferTo(exchange.getResponseBody());
    }
  }

  private static void header(
      HttpExchange exchange, ProcessBuilder builder, String header, String variable) {
    String value = exchange.getRequestHeaders().getFirst(header);
    if (value != null) {
      builder.environment().put(variable, value);
    }
  }

  private static int headers(InputStream out, HttpExchange exchange) throws IOException {
    int status = 200;
    String line = line(out);
    while (!line.isEmpty()) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon);
      String value = line.substring(colon + 1).strip();
      if (name.toLowerCase(Locale.ROOT).equals("status")) {
        status = Integer.parseInt(value.substring(0, 3));
      } else {
        exchange.getResponseHeaders().set(name, value);
      }
      line = line(out);
    }
    return status;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
