package dev.strake.sync.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** JSON over HTTP, repeated until the server means what it says. */
final class ApiHttp {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client;
  private final URI server;
  private final RetryPolicy retries;
  private final Duration timeout;
  private final Sleeper sleeper;
  private final WriteGate gate;

  /**
   * @param timeout of one attempt
   */
  ApiHttp(
      HttpClient client,
      URI server,
      RetryPolicy retries,
      Duration timeout,
      Sleeper sleeper,
      WriteGate gate) {
    this.client = client;
    this.server = server;
    this.retries = retries;
    this.timeout = timeout;
    this.sleeper = sleeper;
    this.gate = gate;
  }

  /**
   * A request that may be sent more than once.
   *
   * @param target path and query
   * @param body null for none
   * @param persists whether it changes anything
   */
  record Call(
      String method,
      String target,
      String accept,
      String contentType,
      @Nullable JsonNode body,
      boolean persists) {

    static final String JSON_TYPE = "application/json";

    static Call get(String target) {
      return new Call("GET", target, JSON_TYPE, JSON_TYPE, null, false);
    }

    Call accepting(String type) {
      return new Call(method, target, type, contentType, body, persists);
    }
  }

  /**
   * An answer.
   *
   * @param json missing for a body that is none
   * @param date of the server's clock; empty if it does not say
   */
  record Reply(int code, JsonNode json, String body, Optional<Instant> date) {

    boolean isGood() {
      return code >= 200 && code < 300;
    }

    Refusal refusal() {
      return Refusal.of(code, json, body);
    }
  }

  Reply send(Call call) {
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt >= retries.attempts();
      if (call.persists() && !gate.isOpen()) {
        throw new GateClosed();
      }
      try {
        HttpResponse<byte[]> response = attempt(call);
        if (last || !RetryPolicy.isPassing(response.code())) {
          return reply(response);
        }
        sleeper.sleep(retries.pause(attempt, retryAfter(response)));
      } catch (IOException e) {
        if (last) {
          throw new ClusterUnreachable(server.getAuthority() + ": " + reason(e), e);
        }
        sleeper.sleep(retries.pause(attempt, Optional.empty()));
      }
    }
  }

  private HttpResponse<byte[]> attempt(Call call) throws IOException {
    HttpRequest.Builder request =
        client
            .newHttpRequestBuilder()
            .uri(server.resolve(call.target()))
            .header("Accept", call.accept())
            .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    JsonNode body = call.body();
    request.method(call.method(), call.contentType(), body == null ? null : body.toString());
    var response = client.sendAsync(request.build(), byte[].class);
    try {
      return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (TimeoutException e) {
      response.cancel(true);
      throw new IOException("no answer within " + timeout.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      response.cancel(true);
      Thread.currentThread().interrupt();
      throw new ClusterUnreachable(
          "stopped while waiting for an answer", new InterruptedIOException());
    }
  }

  private static Reply reply(HttpResponse<byte[]> response) {
    byte[] bytes = response.body();
    String body = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    return new Reply(response.code(), parse(body), body, date(response));
  }

  private static Optional<Instant> date(HttpResponse<?> response) {
    String header = response.header("Date");
    try {
      return Optional.ofNullable(header)
          .map(DateTimeFormatter.RFC_1123_DATE_TIME::parse)
          .map(Instant::from);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static Optional<Duration> retryAfter(HttpResponse<?> response) {
    String header = response.header("Retry-After");
    if (header == null || !header.strip().matches("[0-9]{1,6}")) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofSeconds(Long.parseLong(header.strip())));
  }

  private static String reason(Throwable thrown) {
    Throwable deepest = thrown;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message == null ? deepest.getClass().getSimpleName() : message;
  }
}
