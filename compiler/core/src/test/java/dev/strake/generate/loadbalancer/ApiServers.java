package dev.strake.generate.loadbalancer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Servers that answer as API servers do: {@code /readyz} with their health, else their name. */
final class ApiServers implements AutoCloseable {

  private final Map<String, HttpsServer> servers = new HashMap<>();
  private final Set<String> unready = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  static ApiServers start(TestKeys keys, Map<String, String> addresses, int port)
      throws IOException {
    ApiServers made = new ApiServers();
    for (Map.Entry<String, String> each : addresses.entrySet()) {
      made.add(keys, each.getKey(), new InetSocketAddress(each.getValue(), port));
    }
    return made;
  }

  private void add(TestKeys keys, String name, InetSocketAddress address) throws IOException {
    HttpsServer server = HttpsServer.create(address, 100);
    server.setHttpsConfigurator(new HttpsConfigurator(keys.context()));
    server.setExecutor(threads);
    server.createContext("/readyz", e -> answer(e, unready.contains(name) ? 500 : 200, "ok"));
    server.createContext("/api", e -> answer(e, 200, name));
    server.start();
    servers.put(name, server);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Connection", "close");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** From now on nobody listens there. */
  void stop(String name) {
    servers.remove(name).stop(0);
  }

  /** It still works, but says that it soon will not. */
  void makeUnready(String name) {
    unready.add(name);
  }

  void makeReady(String name) {
    unready.remove(name);
  }

  @Override
  public void close() {
    servers.values().forEach(server -> server.stop(0));
    threads.shutdownNow();
  }
}
