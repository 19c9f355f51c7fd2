package dev.strake.sync.webhook;

import java.util.Optional;

/** Learns what became of requests; called by several threads at once, and must not wait. */
public interface WebhookListener {

  /** A host has announced a push: poll now. */
  void pushed(WebhookHost host, PushHint hint);

  /**
   * For every request, also those that were believed.
   *
   * @param host empty if the path names none
   * @param status HTTP's
   * @param why without a word of the request
   */
  void answered(Optional<WebhookHost> host, int status, String why);
}
