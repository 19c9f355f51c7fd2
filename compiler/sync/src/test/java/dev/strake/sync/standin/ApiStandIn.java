package dev.strake.sync.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** A running stand-in for an API server, on a port of this machine. */
public final class ApiStandIn implements AutoCloseable {

  static {
    // Otherwise each answer waits for the client's delayed acknowledgement of its head.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(16);
  private final ObjectStore store = new ObjectStore();
  private final Map<Path, Path> kubeconfigs = new ConcurrentHashMap<>();
  private final ApiResponses responses = new ApiResponses(store);
  private final List<ApiRequest> requests = Collections.synchronizedList(new ArrayList<>());
  private volatile Function<ApiRequest, Optional<Fault>> faults = request -> Optional.empty();

  private ApiStandIn(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    for (String namespace : List.of("kube-system", "default")) {
      put("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'" + namespace + "'}}");
    }
  }

  public static ApiStandIn start() {
    try {
      return new ApiStandIn(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A kubeconfig for it, in a folder. */
  public Path kubeconfig(Path folder) {
    return kubeconfig(folder, "");
  }

  /** The same for one of several callers, whose requests can then be told apart. */
  public Path kubeconfig(Path folder, String user) {
    return kubeconfigs.computeIfAbsent(
        folder.resolve("kubeconfig" + user), file -> write(file, user));
  }

  private Path write(Path file, String user) {
    try {
      return Files.writeString(
          file,
          """
          apiVersion: v1
          kind: Config
          current-context: stand-in
          clusters:
            - name: stand-in
              cluster: {server: "%s"}
          users:
            - name: nobody
              user: {%s}
          contexts:
            - name: stand-in
              context: {cluster: stand-in, user: nobody}
          """
              .formatted(url(), user.isEmpty() ? "" : "token: " + user));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    ApiRequest request =
        ApiRequest.of(
            user(exchange),
            exchange.getRequestMethod(),
            exchange.getRequestURI(),
            String.valueOf(exchange.getRequestHeaders().getFirst("Accept")),
            String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
            body);
    requests.add(request);
    Optional<Fault> fault = faults.apply(request);
    if (fault.isEmpty()) {
      answer(exchange, responses.to(request));
    } else if (fault.get() instanceof Fault.Answered answered) {
      answered
          .retryAfterSeconds()
          .ifPresent(
              seconds -> exchange.getResponseHeaders().set("Retry-After", String.valueOf(seconds)));
      ApiError error = new ApiError(answered.code(), "Injected", answered.message());
      answer(exchange, new ApiResponses.Response(answered.code(), error.status()));
    } else {
      if (((Fault.Dropped) fault.get()).afterTheWrite()) {
        responses.to(request);
      }
      exchange.close();
    }
  }

  private static String user(HttpExchange exchange) {
    String sent = exchange.getRequestHeaders().getFirst("Authorization");
    return sent == null || !sent.startsWith("Bearer ") ? "" : sent.substring(7);
  }

  private static void answer(HttpExchange exchange, ApiResponses.Response response)
      throws IOException {
    byte[] bytes = response.body().toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(response.code(), bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** Which Kubernetes it says that it is, from now on. */
  public void version(String version) {
    responses.version(version);
  }

  /** What may be done from now on, {@code create deployments.apps in shop}; at first everything. */
  public void allowing(Predicate<String> rule) {
    responses.allowing(rule);
  }

  /** Leaves a group's kinds out of the discovery for the next few times that somebody asks. */
  public void hideKinds(String group, int questions) {
    responses.late().hide(group, questions);
  }

  /** What goes wrong from now on; asked for every request, by many threads. */
  public void failing(Function<ApiRequest, Optional<Fault>> rule) {
    this.faults = rule;
  }

  /** Everything that was asked so far. */
  public List<ApiRequest> requests() {
    return List.copyOf(requests);
  }

  /** What changed something, or tried to. */
  public List<ApiRequest> writes() {
    return requests().stream().filter(ApiRequest::isWrite).toList();
  }

  public void forgetRequests() {
    requests.clear();
  }

  /** Creates an object as somebody else would; {@code '} stands for {@code "}. */
  public ObjectNode put(String json) {
    return put("somebody", json);
  }

  public ObjectNode put(String manager, String json) {
    ObjectNode object = Json.object(json);
    return store.create(type(object), object, manager, false);
  }

  /** Changes an object as somebody else would. */
  public ObjectNode change(
      String manager, String apiVersion, String kind, String name, Consumer<ObjectNode> change) {
    return change(manager, "", apiVersion, kind, name, change);
  }

  /** Through a subresource, as an autoscaler changes {@code scale}. */
  public ObjectNode change(
      String manager,
      String subresource,
      String apiVersion,
      String kind,
      String name,
      Consumer<ObjectNode> change) {
    ObjectNode object = live(apiVersion, kind, name).orElseThrow();
    change.accept(object);
    return store.update(type(object), object, manager, subresource, false);
  }

  /** Applies an object as somebody else would. */
  public ObjectNode apply(String manager, String json) {
    return apply(manager, Json.object(json), false);
  }

  /** Likewise, and takes what others own. */
  ObjectNode apply(String manager, ObjectNode object, boolean force) {
    return store.apply(type(object), object, manager, force, false);
  }

  /** By {@code NAMESPACE/NAME} or {@code NAME}. */
  public Optional<ObjectNode> live(String apiVersion, String kind, String name) {
    ServedType type = store.types().ofKind(apiVersion, kind).orElseThrow();
    int slash = name.indexOf('/');
    return slash < 0
        ? store.find(type, "", name)
        : store.find(type, name.substring(0, slash), name.substring(slash + 1));
  }

  public void delete(String apiVersion, String kind, String name) {
    ServedType type = store.types().ofKind(apiVersion, kind).orElseThrow();
    int slash = name.indexOf('/');
    store.delete(
        type,
        slash < 0 ? "" : name.substring(0, slash),
        name.substring(slash + 1),
        ObjectStore.Precondition.NONE,
        false);
  }

  /** The whole store as text, to look for what must not be there, or to compare. */
  public String everything() {
    return store.everything().toString();
  }

  private ServedType type(ObjectNode object) {
    return store
        .types()
        .ofKind(object.path("apiVersion").asText(), object.path("kind").asText())
        .orElseThrow();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
