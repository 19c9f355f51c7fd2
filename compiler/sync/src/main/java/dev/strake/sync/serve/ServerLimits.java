package dev.strake.sync.serve;

import java.time.Duration;

/**
 * What a server spends on its callers.
 *
 * @param bodyBytes that a request may have
 * @param threads that answer
 * @param waiting requests that may wait for a thread; the next one's connection is closed
 * @param drain how long a stop waits for requests that are being answered
 */
public record ServerLimits(int bodyBytes, int threads, int waiting, Duration drain) {

  /** For probes and metrics, which have no body. */
  public static final ServerLimits PROBES = new ServerLimits(0, 4, 16, Duration.ofSeconds(1));

  /**
   * For webhooks. A push of many commits is some hundred kilobytes; GitHub sends 25 MB at most and
   * nobody needs those: what is missed is polled.
   */
  public static final ServerLimits WEBHOOKS =
      new ServerLimits(5 << 20, 8, 64, Duration.ofSeconds(5));
}
