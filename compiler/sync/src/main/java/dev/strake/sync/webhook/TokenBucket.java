package dev.strake.sync.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * A rate that may be exceeded for a moment. A clock that goes back gives nothing and takes nothing.
 */
final class TokenBucket {

  private final int size;
  private final Duration perToken;
  private double tokens;
  private Instant filled;

  /**
   * @param size how many may come at once
   * @param perToken after which time there may be one more
   */
  TokenBucket(int size, Duration perToken, Instant now) {
    this.size = size;
    this.perToken = perToken;
    this.tokens = size;
    this.filled = now;
  }

  synchronized boolean take(Instant now) {
    Duration since = Duration.between(filled, now);
    filled = now;
    if (!since.isNegative()) {
      tokens = Math.min(size, tokens + (double) since.toMillis() / perToken.toMillis());
    }
    if (tokens < 1) {
      return false;
    }
    tokens -= 1;
    return true;
  }
}
