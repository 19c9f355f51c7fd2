package dev.strake.generate.loadbalancer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/**
 * Asks as Kubernetes' own clients do: a read whose connection fails is asked once more. Every
 * request has a connection of its own, so that each is balanced.
 */
final class Clients {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final URI target;
  private final TestKeys keys;
  private int repeated;

  Clients(String host, int port, TestKeys keys) {
    this.target = URI.create("https://" + host + ":" + port + "/api");
    this.keys = keys;
  }

  /** Who answered, sorted; a failure fails the test. */
  List<String> askInTurn(int requests) throws Exception {
    TreeSet<String> names = new TreeSet<>();
    for (int i = 0; i < requests; i++) {
      names.add(ask());
    }
    return List.copyOf(names);
  }

  private String ask() throws Exception {
    try {
      return once();
    } catch (IOException e) {
      repeated++;
      return once();
    }
  }

  private String once() throws Exception {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(keys.context())
            .connectTimeout(PATIENCE)
            .build();
    HttpRequest request = HttpRequest.newBuilder(target).timeout(PATIENCE).build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  int repeated() {
    return repeated;
  }
}
