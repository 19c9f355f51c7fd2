package dev.strake.sync.webhook;

import dev.strake.sync.serve.Handler;
import dev.strake.sync.serve.Reply;
import dev.strake.sync.serve.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Takes announcements at {@code /webhooks/<host>}. Everything that costs anything comes after the
 * rate limit, and everything that looks into the body comes after its signature.
 */
public final class WebhookReceiver implements Handler {

  private static final String PREFIX = "/webhooks/";
  private static final int MOST_SEEN = 4096;
  private static final Duration KEPT = Duration.ofHours(24);
  private static final int BURST = 60;
  private static final Duration PER_REQUEST = Duration.ofMillis(200);

  private final Map<WebhookHost, SecretFiles> secrets;
  private final Clock clock;
  private final WebhookListener listener;
  private final SeenDeliveries seen = new SeenDeliveries(MOST_SEEN, KEPT);
  private final TokenBucket rate;

  /**
   * @param secrets of the hosts that may announce; others are not found
   */
  public WebhookReceiver(
      Map<WebhookHost, SecretFiles> secrets, Clock clock, WebhookListener listener) {
    this.secrets = Map.copyOf(secrets);
    this.clock = clock;
    this.listener = listener;
    this.rate = new TokenBucket(BURST, PER_REQUEST, clock.instant());
  }

  @Override
  public Reply answer(Request request) {
    Instant now = clock.instant();
    Optional<WebhookHost> host = host(request.path());
    Reply reply = host.map(known -> answer(known, request, now)).orElse(Reply.of(404, "not found"));
    listener.answered(host, reply.status(), reply.text().strip());
    return reply;
  }

  private Optional<WebhookHost> host(String path) {
    return path.startsWith(PREFIX)
        ? WebhookHost.of(path.substring(PREFIX.length())).filter(secrets::containsKey)
        : Optional.empty();
  }

  private Reply answer(WebhookHost host, Request request, Instant now) {
    if (!request.method().equals("POST")) {
      return Reply.of(405, "only POST");
    }
    if (!isJson(request)) {
      return Reply.of(415, "only application/json");
    }
    if (!rate.take(now)) {
      return Reply.of(429, "too many requests");
    }
    List<WebhookSecret> known = secrets.getOrDefault(host, new SecretFiles(List.of())).read();
    return host.prove(request, known, now)
        .match(delivery -> believed(host, request, delivery, now), why -> Reply.of(401, why));
  }

  private static boolean isJson(Request request) {
    String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    return type.split(";", 2)[0].strip().equals("application/json");
  }

  private Reply believed(WebhookHost host, Request request, String delivery, Instant now) {
    if (!seen.isNew(host.id() + " " + delivery, now)) {
      return Reply.of(200, "seen before");
    }
    if (!host.isPush(request)) {
      return Reply.of(200, "nothing to do");
    }
    Optional<PushHint> hint = PushReader.read(request.body().bytes());
    if (hint.isEmpty()) {
      return Reply.of(400, "no push of a repository");
    }
    listener.pushed(host, hint.get());
    return Reply.of(202, "polling");
  }
}
