package dev.strake.sync.status;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sends statuses, as well as it can: a host that does not answer holds nothing up for long, and no
 * sync fails for it. The same status is not sent twice in a row.
 */
public final class StatusSender {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 2;
  private static final int LONGEST_TOKEN = 16 * 1024;
  private static final int MOST_REMEMBERED = 4096;

  private final HttpClient client;
  private final Map<String, CommitStatus> sent =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CommitStatus> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  public StatusSender() {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            // A token is for the host that it was made for.
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * Sends a status.
   *
   * @return why the host does not have it now; empty if it has
   */
  public Optional<String> send(StatusTarget target, CommitStatus status) {
    String place =
        target.host().id()
            + " "
            + target.api()
            + " "
            + target.repository()
            + " "
            + status.context();
    synchronized (sent) {
      if (status.equals(sent.get(place))) {
        return Optional.empty();
      }
    }
    Optional<String> failure = post(target, status);
    synchronized (sent) {
      if (failure.isEmpty()) {
        sent.put(place, status);
      } else {
        sent.remove(place);
      }
    }
    return failure;
  }

  private Optional<String> post(StatusTarget target, CommitStatus status) {
    Optional<String> token = token(target.token());
    if (token.isEmpty()) {
      return Optional.of("there is no token in " + target.token());
    }
    HttpRequest request;
    try {
      request =
          target
              .host()
              .request(target.api(), target.repository(), status, token.get())
              .timeout(TIMEOUT)
              .build();
    } catch (IllegalArgumentException e) {
      // A header that cannot be one: the message would quote the token.
      return Optional.of("the token or the API's address is no such thing");
    }
    Optional<String> failure = Optional.empty();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        int code = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (code / 100 == 2) {
          return Optional.empty();
        }
        failure = Optional.of("the host answers with status " + code);
        if (code / 100 != 5) {
          return failure;
        }
      } catch (IOException e) {
        failure = Optional.of("the host does not answer");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.of("the agent stops");
      }
    }
    return failure;
  }

  private static Optional<String> token(Path file) {
    try {
      if (Files.size(file) > LONGEST_TOKEN) {
        return Optional.empty();
      }
      String token = Files.readString(file, StandardCharsets.UTF_8).strip();
      return token.isEmpty() ? Optional.empty() : Optional.of(token);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
