package dev.strake.sync.telemetry;

import dev.strake.sync.object.ObjectIdentity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes one Event with a count out of many that say the same, and says when it is worth a write: at
 * the first, and then each time their number has doubled. Without that, an agent that fails every
 * five seconds fills the API server's store with its complaint.
 */
public final class EventSeries {

  private static final Duration QUIET = Duration.ofMinutes(6);
  private static final int MOST = 1024;
  private static final int LONGEST_NOTE = 1000;
  private static final int LONGEST_NAME = 230;
  private static final int DIGEST_BYTES = 8;

  private final Map<String, ClusterEvent> running = new LinkedHashMap<>();

  /**
   * Takes note of an event.
   *
   * @return what to write to the API server; empty if the count can wait
   */
  public synchronized Optional<ClusterEvent> add(
      ObjectIdentity regarding,
      ClusterEvent.Type type,
      String reason,
      String action,
      String note,
      Instant now) {
    String text = note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note;
    String key = String.join("\n", regarding.groupKind(), regarding.toString(), reason, text);
    forget(now);
    @Nullable ClusterEvent before = running.remove(key);
    Instant first = before == null ? now : before.first();
    int count = before == null ? 1 : before.count() + 1;
    ClusterEvent event =
        new ClusterEvent(
            name(regarding, key, first), regarding, type, reason, action, text, first, now, count);
    running.put(key, event);
    return Integer.bitCount(count) == 1 ? Optional.of(event) : Optional.empty();
  }

  /** Ends those that nobody has heard of for a while; the oldest of too many as well. */
  private void forget(Instant now) {
    running.values().removeIf(event -> event.last().isBefore(now.minus(QUIET)));
    while (running.size() >= MOST) {
      running.remove(running.keySet().iterator().next());
    }
  }

  private static String name(ObjectIdentity regarding, String key, Instant first) {
    String object = regarding.name();
    String start = object.length() > LONGEST_NAME ? object.substring(0, LONGEST_NAME) : object;
    return start + "." + digest(key + "\n" + first);
  }

  private static String digest(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
